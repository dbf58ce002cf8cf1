// What each rule finds and why that matters, in simplified Chinese: for its page, `gouji rules`, VS Code's settings and
// the schema of gouji.json, which say it nowhere else.

import type { RuleTexts, SubjectNames } from "./ruleTexts";

export const ZH_SUBJECTS: SubjectNames = {
  structure: "结构",
  table: "表格",
  applications: "第三部分：申请",
  disputes: "第四部分：复议、诉讼",
  disclosure: "第二部分：主动公开",
  narrative: "文字叙述",
  style: "文面",
  privacy: "个人信息",
  ignore: "忽略",
};

export const ZH_RULES: RuleTexts = {
  "structure/title": {
    summary: "没有标题，或标题没有写明机关、年份",
    why: "报告单独挂网或收入汇编后，读者只凭标题知道是哪个机关、哪一年的；该用哪一版表格，也要看年份。",
  },
  "structure/missing-section": {
    summary: "缺少六个部分之一或其表格",
    why: "报告应当写哪些内容，《条例》作了规定，格式文本定为六个部分、三张表。没有发生的事也要列出部分并填 0 或写明没有，不能略去。",
  },
  "structure/duplicate-section": {
    summary: "某一部分或标题出现两次",
    why: "多半是粘贴时带进来的。同一部分有两处，读者和核对的人都不知道以哪一处为准。",
  },
  "structure/section-order": {
    summary: "六个部分的顺序不对",
    why: "各机关的报告按同一顺序编排，才便于汇总和比较；顺序颠倒，序号往往也跟着错。",
  },
  "structure/section-heading": {
    summary: "六个部分的标题缺少序号、序号有误或与格式文本不一致",
    why: "六个标题及其序号由格式文本规定，不宜自行改写；标题写错，汇总时可能认不出这一部分。",
  },
  "structure/heading-sequence": {
    summary: "小标题或列项的序号跳号、重号",
    why: "跳号常常是删改后留下的：或者序号没有跟着改，或者少粘了一段。公开之后，读者会以为缺了内容。",
  },
  "structure/empty-section": {
    summary: "标题下没有内容，或第五部分只写“无”",
    why: "《条例》要求报告存在的主要问题及改进情况，只写一个“无”等于没有报告；其他部分确实没有的，也要写明。",
  },
  "structure/placeholder": {
    summary: "模板留下的空白未填写",
    why: "模板里的 ××、［机关名称］ 一旦挂网，谁都看得出这份报告没有通读过。",
  },
  "table/edition": {
    summary: "表格的版本与报告年份不符",
    why: "2021年度起改用新表。沿用旧稿最容易把旧表一起带过来，而旧表的栏目与新表不同，数填不对也汇总不了。",
  },
  "table/shape": {
    summary: "行内数的个数不对，缺行、重复行、多余行",
    why: "一行少一个数，其余的数就可能都错了一列。哪个数属于哪一列说不准时，勾稽不拿它去算合计，只请您补全。",
  },
  "table/label": {
    summary: "行名、列名与格式文本不一致",
    why: "行名、列名由格式文本规定。改写了的，读者可能以为口径也变了。",
  },
  "table/cell-value": {
    summary: "格内不是所要求的数字：含单位、全角数字、千分位、负数、小数",
    why: "表内只填数字，单位写在表头。把元当作万元填，数就大了一万倍；带单位、全角的数，汇总软件读不出来。",
  },
  "table/blank-cell": {
    summary: "应填数字处为空白、“/”、“-”、“—”或“无”",
    why: "空着的格，别人分不清是没有还是漏填。没有的填 0，漏填的就看得出来了。",
  },
  "applications/row-total": {
    summary: "总计不等于六类申请人之和",
    why: "读者在表上一加就能看出不对。改了某一类申请人的数而忘了改总计，是最常见的错误。",
  },
  "applications/outcome-total": {
    summary: "（七）总计不等于（一）至（六）之和",
    why: "（七）是全年办理结果的合计，是报告里引用最多的数之一；它不对，下面的勾稽关系也跟着不平。",
  },
  "applications/balance": {
    summary: "第一、二项之和不等于第三、四项之和",
    why: "收到的申请，要么已经办结，要么结转下年。格式文本在表上注明了这一勾稽关系，不平，就是有申请漏计、重计，或者填错了。",
  },
  "disputes/total": {
    summary: "行政复议、行政诉讼的总计不等于四项结果之和",
    why: "十五个数排成一行，最容易错位：把“尚未审结”的数填进“总计”，或者改了一个数没有改总计。",
  },
  "disclosure/relation": {
    summary: "主动公开表内的数相互矛盾：新公开多于总数、采购有项目无金额、制发多于有效与废止之和",
    why: "这几个数之间没有合计关系，却不可能同时成立，总有一个填错了或填串了列。",
  },
  "narrative/table-mismatch": {
    summary: "文字中的数与表中对应的格不一致",
    why: "同一件事文字一个数、表格一个数，读者不知道信哪个。多半是改了一处，忘了另一处。",
  },
  "narrative/contradiction": {
    summary: "文字说没有，表中却有数",
    why: "“未收到申请”常是沿用上年的文字。表里有数、文字说无，是最容易被人指出的矛盾。",
  },
  "narrative/parts-sum": {
    summary: "其中各项之和与总数不符",
    why: "列出各项就是请读者加一遍。数加不起来，要么漏了一项，要么有一个数写错了。",
  },
  "narrative/percentage": {
    summary: "百分比与文中两个数算出的不符，或占比合计超过 100%",
    why: "百分比是算出来的，改了数就要重算。四舍五入、截去尾数都算对。",
  },
  "narrative/change-rate": {
    summary: "同比增减与文中两年的数不符",
    why: "增幅是两年之差除以上年的数，方向、分母最容易弄错；改了一年的数，也常忘了重算。",
  },
  "narrative/year": {
    summary: "年份有误：写错、沿用旧稿、下一步计划写成当年",
    why: "在上年的稿子上改，年份最容易漏改；读者看到，会怀疑其他内容也是上年的。",
  },
  "narrative/period": {
    summary: "统计期限不是报告年度的1月1日至12月31日",
    why: "各机关的数要能汇总，期限必须一致。期限写错，表里的数就不知道是哪一年的。",
  },
  "narrative/citation": {
    summary: "引用的文件不适用于本年度，文号、条款写错，或书名号不成对",
    why: "依据写错，读者不知道报告照的是哪一版格式。2019、2020年度用〔2019〕60号，2021年度起用〔2021〕30号。",
  },
  "style/punctuation": {
    summary: "中文里的半角标点、括号和直引号",
    why: "中文标点占一个字的位置。半角标点多是输入法没有切换，或从网页复制来的，印出来疏密不匀。",
  },
  "style/residue": {
    summary: "转换文档的残留：书签、连续不换行空格、零宽字符、断开的段落",
    why: "从 Word 或网页转成文本时带来的，编辑时看不见，挂到网站上却会显示出来，还会使检索查不到词。",
  },
  "privacy/personal-data": {
    summary: "将公开的文本里有身份证号码、手机号码",
    why: "报告要向社会公布，一经挂网就会被转载、收录，撤不回来。举例时带出的申请人信息最容易漏看。",
  },
  "ignore/unused": {
    summary: "忽略注释没有忽略任何问题，或写法有误",
    why: "问题改好以后，留下的忽略注释会把下一个错误也遮住；写错了规则名的，则从来没有起过作用。",
  },
};
