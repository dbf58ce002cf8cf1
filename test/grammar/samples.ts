// Samples of every construct, with what must be coloured: for each scope its stretches in order and complete.
// An empty list says that nothing may stand under the scope. Scopes are written without `.ogi-report`.

type Sample = readonly [text: string, expected: Readonly<Record<string, readonly string[]>>];

const TITLE = "markup.heading.1.title";
const SECTION = "markup.heading.2.section";
const HEADING = "markup.heading";
const LABEL = "entity.name.tag.label";
const NUMBER = "constant.numeric";
const PERCENTAGE = "constant.numeric.percentage";
const YEAR = "constant.numeric.year";
const DATE = "constant.numeric.date";
const UNIT = "keyword.other.unit";
const BLANK = "constant.language.blank";
const ROW = "meta.table.row";
const SEPARATOR = "punctuation.separator.table";
const DOCUMENT = "entity.name.type.document-number";
const BOOK = "string.quoted.other.book-title";
const PLACEHOLDER = "invalid.illegal.placeholder";
const COMMENT = "comment.block";

/** By construct; each has samples that show it and samples that only look like it. */
export const samples: Readonly<Record<string, readonly Sample[]>> = {
  "the title": [
    [
      "青禾县临溪镇2021年政府信息公开工作年度报告",
      { [TITLE]: ["青禾县临溪镇2021年政府信息公开工作年度报告"], [YEAR]: ["2021年"] },
    ],
    [
      "\u00a0 青禾县财政局２０２０年政府信息公开年报（摘要）",
      { [TITLE]: ["青禾县财政局２０２０年政府信息公开年报（摘要）"], [YEAR]: ["２０２０年"] },
    ],
    ["# 临溪镇2021年政务公开工作年度报告", { [TITLE]: ["# 临溪镇2021年政务公开工作年度报告"] }],
    ["青禾县\n2019年政府信息公开工作年度报告", { [TITLE]: ["2019年政府信息公开工作年度报告"] }],
    ["临溪镇2020年政府信息公开工作\n年度报告", { [TITLE]: ["临溪镇2020年政府信息公开工作", "年度报告"] }],
    ["我镇已公布2021年政府信息公开工作年度报告。", { [HEADING]: [] }],
    ["为此，我镇编写了2021年政府信息公开工作年度报告", { [HEADING]: [] }],
    [
      "（一）编写政府信息公开工作年度报告",
      { [TITLE]: [], "markup.heading.3": ["（一）编写政府信息公开工作年度报告"] },
    ],
    [
      "临溪镇2020年政府信息和政务公开工作情况年度工作报告",
      { [TITLE]: ["临溪镇2020年政府信息和政务公开工作情况年度工作报告"] },
    ],
    ["临溪镇政府信息公开年度总结", { [TITLE]: ["临溪镇政府信息公开年度总结"] }],
    [
      "［机关名称］［年份］年政府信息公开工作年度报告",
      {
        [TITLE]: ["［机关名称］［年份］年政府信息公开工作年度报告"],
        [PLACEHOLDER]: ["［机关名称］［年份］"],
      },
    ],
    ["临溪镇政府信息公开目录", { [HEADING]: [] }],
  ],
  "the six sections, numbered or not": [
    [
      "一、总体情况",
      {
        [SECTION]: ["一、总体情况"],
        "entity.name.section": ["总体情况"],
        "punctuation.definition.heading": ["一、"],
      },
    ],
    ["1、 总体情况", { [SECTION]: ["1、 总体情况"] }],
    ["一、\t总体情况", { [SECTION]: ["一、\t总体情况"], [ROW]: [] }],
    ["二、主动公开政府信息情况\t", { [SECTION]: ["二、主动公开政府信息情况"], [ROW]: [] }],
    ["## 三、收到和处理政府信息公开申请情况", { [SECTION]: ["## 三、收到和处理政府信息公开申请情况"] }],
    ["四、政府信息公开行政复议、行政诉讼情况", { [SECTION]: ["四、政府信息公开行政复议、行政诉讼情况"] }],
    [
      "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
      { [SECTION]: ["因政府信息公开工作被申请行政复议、提起行政诉讼情况"] },
    ],
    ["存在的主要问题及改进情况", { [SECTION]: ["存在的主要问题及改进情况"] }],
    ["政府信息公开工作存在的主要问题及改进情况", { [SECTION]: ["政府信息公开工作存在的主要问题及改进情况"] }],
    ["存在的问题和改进情况", { [SECTION]: ["存在的问题和改进情况"] }],
    ["存在的问题及改进措施", { [SECTION]: ["存在的问题及改进措施"] }],
    ["其他需要报告的事项", { [SECTION]: ["其他需要报告的事项"] }],
    ["（二）主动公开政府信息情况", { [SECTION]: [], "markup.heading.3": ["（二）主动公开政府信息情况"] }],
    ["本年度无其他需要报告的事项。", { [HEADING]: [] }],
    ["总体情况\t5", { [HEADING]: [], [ROW]: ["总体情况\t5"] }],
    ["## ××总体情况", { [SECTION]: [], [PLACEHOLDER]: ["××"] }],
  ],
  "numbered headings by level": [
    ["七、附件清单", { "markup.heading.2": ["七、附件清单"], "punctuation.definition.heading": ["七、"] }],
    [
      "\u3000\u3000（一）平台建设",
      { "markup.heading.3": ["（一）平台建设"], "entity.name.section": ["平台建设"] },
    ],
    ["(二) 监督保障", { "markup.heading.3": ["(二) 监督保障"] }],
    ["（三）\t队伍建设", { "markup.heading.3": ["（三）\t队伍建设"], [ROW]: [] }],
    ["1.窗口服务", { "markup.heading.4": ["1.窗口服务"] }],
    ["２、窗口服务", { "markup.heading.4": ["２、窗口服务"] }],
    ["（1）线上渠道", { "markup.heading.5": ["（1）线上渠道"] }],
    ["2）线下渠道", { "markup.heading.5": ["2）线下渠道"] }],
    ["（一）2022年工作安排", { "markup.heading.3": ["（一）2022年工作安排"], [YEAR]: ["2022年"] }],
    ["（一）抓好培训，提高能力。全年培训两次。", { [HEADING]: ["（一）抓好培训，提高能力。"] }],
    ["（二）存在问题。", { [HEADING]: ["（二）存在问题。"] }],
    [
      "3、少数科室报送信息迟缓，影响公开时效。",
      { [HEADING]: [], "punctuation.definition.list": ["3、"], [NUMBER]: [] },
    ],
    ["详见（一）和（二）两个部分", { [HEADING]: [] }],
    ["其中一、二两项相加", { [HEADING]: [] }],
    ["1.5万元用于培训", { [HEADING]: [], [NUMBER]: ["1.5"] }],
    [
      "3.2021年少数科室报送信息迟缓，影响公开时效。",
      { "punctuation.definition.list": ["3."], [YEAR]: ["2021年"] },
    ],
    ["7、8月暂停受理", { [HEADING]: [] }],
    ["1.2021万元用于培训", { [HEADING]: [], [NUMBER]: ["1.2021"] }],
    ["12月31日截止", { [HEADING]: [], [DATE]: ["12月31日"] }],
    ["二、少数科室报送信息迟缓，影响公开时效。", { [HEADING]: [], "punctuation.definition.list": ["二、"] }],
    [
      "（二）少数科室报送信息迟缓，影响公开时效。",
      { [HEADING]: [], "punctuation.definition.list": ["（二）"] },
    ],
    [
      "（2）少数科室报送信息迟缓，影响公开时效。",
      { [HEADING]: [], "punctuation.definition.list": ["（2）"], [NUMBER]: [] },
    ],
  ],
  "Markdown headings": [
    ["# 附录", { "markup.heading.1": ["# 附录"], "entity.name.section": ["附录"] }],
    [
      "## 二、附表说明",
      { "markup.heading.2": ["## 二、附表说明"], "punctuation.definition.heading": ["##"] },
    ],
    ["### （一）渠道", { "markup.heading.3": ["### （一）渠道"], "entity.name.section": ["（一）渠道"] }],
    ["###### 说明", { "markup.heading.6": ["###### 说明"] }],
    ["#话题", { [HEADING]: [] }],
    ["共3个 # 号", { [HEADING]: [] }],
    ["#### 说明", { "markup.heading.4": ["#### 说明"] }],
    ["##### 2021年说明", { "markup.heading.5": ["##### 2021年说明"], [YEAR]: ["2021年"] }],
  ],
  "row labels are cells, not headings": [
    ["\t一、本年新收政府信息公开申请数量", { [HEADING]: [], [LABEL]: ["一、本年新收政府信息公开申请数量"] }],
    [
      "三、本年度办理结果\t（一）予以公开\t3\t0",
      { [HEADING]: [], [LABEL]: ["三、本年度办理结果", "（一）予以公开"], [NUMBER]: ["3", "0"] },
    ],
    ["\t\t2.其他法律行政法规禁止公开\t0", { [HEADING]: [], [LABEL]: ["2.其他法律行政法规禁止公开"] }],
    ["(七) 总计\t\t0\t1", { [HEADING]: [], [LABEL]: ["(七) 总计"] }],
    ["| 四、结转下年度继续办理 | 1 |", { [HEADING]: [], [LABEL]: ["四、结转下年度继续办理"] }],
    ["（三）不予公开 | 1.属于国家秘密 | 0", { [HEADING]: [], [LABEL]: ["（三）不予公开", "1.属于国家秘密"] }],
    ["1.工作秘密\t0", { [HEADING]: [], [LABEL]: ["1.工作秘密"] }],
    ["四、结转下年度继续办理", { [HEADING]: [], [LABEL]: ["四、结转下年度继续办理"] }],
    [
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      { [HEADING]: [], [LABEL]: ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"] },
    ],
    ["1.属于国家秘密", { [HEADING]: [], [LABEL]: ["1.属于国家秘密"] }],
    ["3.其他", { [HEADING]: [], [LABEL]: ["3.其他"] }],
    ["3.其他工作", { "markup.heading.4": ["3.其他工作"], [LABEL]: [] }],
  ],
  "stacked and tabbed cells": [
    [
      "\t规章\n\t０\n\t\u00a02\u00a0\n\t",
      { [LABEL]: ["规章"], [NUMBER]: ["０", "2"], [ROW]: ["规章", "０", "2"] },
    ],
    [
      "信息内容\t上一年项目数量\t本年增/减",
      { [LABEL]: ["信息内容", "上一年项目数量", "本年增/减"], [BLANK]: [] },
    ],
    ["行政许可\t75\t-11\t1,280\t", { [LABEL]: ["行政许可"], [NUMBER]: ["75", "-11", "1,280"] }],
    ["政府集中采购\t8\t14.2404\t542.16万元", { [NUMBER]: ["8", "14.2404", "542.16"], [UNIT]: ["万元"] }],
    ["占比\t5%\t3", { [PERCENTAGE]: ["5"], [NUMBER]: ["5", "3"] }],
    ["占比\t98.5%", { [LABEL]: ["占比"], [PERCENTAGE]: ["98.5"], [UNIT]: ["%"] }],
    ["规章\t/\t无\t-\t——\t零", { [LABEL]: ["规章"], [BLANK]: ["/", "无", "-", "——", "零"] }],
    ["规章\t无数据\t-3", { [BLANK]: [], [LABEL]: ["规章", "无数据"], [NUMBER]: ["-3"] }],
    ["3.危及“三安全一稳定”\t0", { [LABEL]: ["3.危及“三安全一稳定”"], [NUMBER]: ["0"] }],
    ["\t我镇制定了12项制度。", { [ROW]: [], [LABEL]: [], [NUMBER]: ["12"] }],
    ["我镇制定了12项制度", { [ROW]: [], [LABEL]: [] }],
    ["\t行政许可\n\n（一）平台建设", { [LABEL]: ["行政许可"], "markup.heading.3": ["（一）平台建设"] }],
    [
      "收费\t24万元\t251000元\t3件\t2万\t無",
      { [NUMBER]: ["24", "251000", "3", "2"], [UNIT]: ["万元", "元", "件", "万"], [BLANK]: ["無"] },
    ],
    ["规章\t12-3\t5%左右", { [NUMBER]: [], [LABEL]: ["规章", "12-3", "5%左右"] }],
    ["规章\t3<br>\t4", { [NUMBER]: ["3", "4"], "punctuation.definition.tag": ["<br>"] }],
  ],
  "pipe tables": [
    [
      "| 规章 | 1 | ２，３４５ |",
      { [LABEL]: ["规章"], [NUMBER]: ["1", "２，３４５"], [SEPARATOR]: ["|", "|", "|", "|"] },
    ],
    ["规章 | 0 | / ", { [LABEL]: ["规章"], [NUMBER]: ["0"], [BLANK]: ["/"], [SEPARATOR]: ["|", "|"] }],
    ["|---|:--:|---:|", { [SEPARATOR]: ["|---|:--:|---:|"], [BLANK]: [] }],
    ["--- | ---", { [SEPARATOR]: ["--- | ---"] }],
    ["| - | 0 |", { [BLANK]: ["-"], [NUMBER]: ["0"] }],
    [
      "|\n一、本年新收政府信息公开申请数量\n|\n3",
      { [SEPARATOR]: ["|", "|"], [LABEL]: ["一、本年新收政府信息公开申请数量"], [HEADING]: [] },
    ],
    ["---", { [SEPARATOR]: [] }],
    ["网站分首页|专栏两级，共5个栏目。", { [ROW]: [], [LABEL]: [], [SEPARATOR]: [], [NUMBER]: ["5"] }],
    ["| 说明 | 数据详见附件。 | 3 |", { [LABEL]: ["说明", "数据详见附件。"], [NUMBER]: ["3"] }],
  ],
  "HTML tables": [
    [
      '<table>\n<tr><td rowspan="2">一、本年新收政府信息公开申请数量</td><td>1,234</td><td>无</td></tr>\n</table>',
      { [LABEL]: ["一、本年新收政府信息公开申请数量"], [NUMBER]: ["1,234"], [BLANK]: ["无"], [HEADING]: [] },
    ],
    ["\t<td>\n\t（一）予以公开\n\t</td>", { [HEADING]: [], [LABEL]: ["（一）予以公开"], [ROW]: [] }],
    ["<th colspan=7>总计</th>", { "punctuation.definition.tag": ["<th colspan=7>", "</th>"], [NUMBER]: [] }],
    [
      '<p\n style="margin:0 12px">正文</p>',
      { "punctuation.definition.tag": ["<p", 'style="margin:0 12px">', "</p>"], [NUMBER]: [] },
    ],
    ["<td>&nbsp;3&nbsp;</td>", { [NUMBER]: ["3"], [LABEL]: [] }],
    ["<td>3</td>\n</tr></table>\n\n（一）平台建设", { "markup.heading.3": ["（一）平台建设"] }],
    ["<td\n\n（一）平台建设", { "markup.heading.3": ["（一）平台建设"] }],
    ["占比<5件的2类", { "punctuation.definition.tag": [], [NUMBER]: ["5", "2"] }],
    [
      "<td><p>规章</p></td><td>3<!-- 2021年 --></td>",
      {
        [LABEL]: ["规章"],
        [NUMBER]: ["3"],
        [COMMENT]: ["<!-- 2021年 -->"],
        "punctuation.definition.tag": ["<td><p>", "</p></td><td>", "</td>"],
      },
    ],
    [
      "<tr><td>规章<td>3</table>\n（一）平台建设",
      { [LABEL]: ["规章"], [NUMBER]: ["3"], "markup.heading.3": ["（一）平台建设"] },
    ],
    ["<p\n<td>3</td>", { "punctuation.definition.tag": ["<p", "<td>", "</td>"], [NUMBER]: ["3"] }],
    ["<p>2021年</p><p", { "punctuation.definition.tag": ["<p>", "</p><p"], [YEAR]: ["2021年"] }],
    ["<p\n<!-- 2021年 -->", { [COMMENT]: ["<!-- 2021年 -->"] }],
    ["若x<a的3倍", { "punctuation.definition.tag": [], [NUMBER]: ["3"] }],
  ],
  "figures in sentences": [
    ["收到申请1,234件、１，２３４件", { [NUMBER]: ["1,234", "１，２３４"], [UNIT]: ["件", "件"] }],
    ["共3,12件", { [NUMBER]: ["3", "12"] }],
    ["采购542.16万元，比上年增加-3.5个", { [NUMBER]: ["542.16", "-3.5"], [UNIT]: ["万元", "个"] }],
    [
      "占77.21%，另占１０％，上升2.1个百分点",
      { [PERCENTAGE]: ["77.21", "１０", "2.1"], [UNIT]: ["%", "％", "个百分点"] },
    ],
    ["办结7件，用时20个工作日", { [PERCENTAGE]: [], [NUMBER]: ["7", "20"], [UNIT]: ["件", "个工作日"] }],
    ["8号楼", { [NUMBER]: ["8"], [UNIT]: [] }],
    ["A4纸、H7N9", { [NUMBER]: [] }],
    ["2019-2021届", { [NUMBER]: ["2019", "2021"] }],
    ["约三百件", { [NUMBER]: [] }],
    [
      "见https://www.example.gov.cn/2021/05，共3页",
      { [NUMBER]: ["3"], "markup.underline.link": ["https://www.example.gov.cn/2021/05"] },
    ],
    ["共3,1234件", { [NUMBER]: ["3", "1234"] }],
    ["接待3人次，办电4件次", { [UNIT]: ["人次", "件次"] }],
    ["B1.5%", { [NUMBER]: [] }],
    ["见www.example.gov.cn/7", { [NUMBER]: [], "markup.underline.link": ["www.example.gov.cn/7"] }],
  ],
  "years and dates": [
    ["2021年度，二〇二一年，２０２１年", { [YEAR]: ["2021年度", "二〇二一年", "２０２１年"] }],
    ["发布2021条，历时15年", { [YEAR]: [], [NUMBER]: ["2021", "15"], [UNIT]: ["条", "年"] }],
    ["自2021年1月1日至12月31日", { [DATE]: ["2021年1月1日", "12月31日"], [YEAR]: [] }],
    ["2021年5月，2021-12-31，2021.1.1", { [DATE]: ["2021年5月", "2021-12-31", "2021.1.1"] }],
    ["编号A2021年5月", { [DATE]: [], [YEAR]: [] }],
    ["历时5个月", { [DATE]: [], [UNIT]: ["个月"] }],
    ["二〇二一年5月", { [DATE]: ["二〇二一年5月"] }],
    ["编号12021年5月、2021-12-310、A5月1日、第一二〇二一年", { [DATE]: [], [YEAR]: [] }],
  ],
  "document numbers": [
    ["（国办公开办函〔2019〕60号）", { [DOCUMENT]: ["国办公开办函〔2019〕60号"], [YEAR]: [], [NUMBER]: [] }],
    ["　国办公开办函〔2021〕30号", { [DOCUMENT]: ["国办公开办函〔2021〕30号"] }],
    [
      "根据国办公开办函〔2019〕60号和国务院令第711号",
      { [DOCUMENT]: ["国办公开办函〔2019〕60号", "国务院令第711号"] },
    ],
    [
      "依照青政办发[2020]3号、青政发（2020）第１２号",
      { [DOCUMENT]: ["青政办发[2020]3号", "青政发（2020）第１２号"] },
    ],
    ["要求见文〔2020〕3号", { [DOCUMENT]: ["要求见文〔2020〕3号"] }],
    ["中华人民共和国国务院第四九二号令", { [DOCUMENT]: ["中华人民共和国国务院第四九二号令"] }],
    ["〔2019〕年共60号", { [DOCUMENT]: [], [NUMBER]: ["2019", "60"] }],
    ["一号令和第711号", { [DOCUMENT]: [] }],
    [
      "按照青政办〔2020〕1号、依据青政办〔2020〕2号，落实青政办〔2020〕3号；贯彻青政办〔2020〕4号，按青政办〔2020〕5号",
      {
        [DOCUMENT]: [
          "青政办〔2020〕1号",
          "青政办〔2020〕2号",
          "青政办〔2020〕3号",
          "青政办〔2020〕4号",
          "青政办〔2020〕5号",
        ],
      },
    ],
    ["我县上年度印发的各项工作安排见〔2020〕3号", { [DOCUMENT]: ["〔2020〕3号"] }],
    ["经过认真研究决定继续沿用青政办〔2020〕3号", { [DOCUMENT]: ["〔2020〕3号"] }],
    [
      "执行省政府令第300号、国家主席令第５号和人民政府第3号令",
      { [DOCUMENT]: ["省政府令第300号", "主席令第５号", "人民政府第3号令"] },
    ],
  ],
  "book titles": [
    ["按照《2021年要点》办理", { [BOOK]: ["《2021年要点》"], [YEAR]: [] }],
    [
      "《关于〈条例〉的说明》",
      { [BOOK]: ["《关于〈条例〉的说明》"], "string.quoted.other.nested-title": ["〈条例〉"] },
    ],
    ["《关于落实《条例》的通知》，2021年", { [BOOK]: ["《关于落实《条例》的通知》"], [YEAR]: ["2021年"] }],
    ["《××县办法》", { [PLACEHOLDER]: ["××"] }],
    ["未写完的《条例，2021年", { [BOOK]: [], [YEAR]: ["2021年"] }],
    ["“条例”", { [BOOK]: [] }],
  ],
  "ignore comments": [
    [
      "<!-- gouji-ignore applications/balance applications.newRequests.total applications.carriedOver.total: 上年口径不同 -->",
      {
        [COMMENT]: [
          "<!-- gouji-ignore applications/balance applications.newRequests.total applications.carriedOver.total: 上年口径不同 -->",
        ],
        "keyword.other.ignore": ["gouji-ignore"],
        "entity.name.function.rule": ["applications/balance"],
        "variable.other.cell": ["applications.newRequests.total applications.carriedOver.total"],
        "string.unquoted.reason": ["上年口径不同"],
      },
    ],
    [
      "  <!--gouji-ignore table/label：沿用旧表-2021-->",
      {
        "entity.name.function.rule": ["table/label"],
        "variable.other.cell": [],
        "string.unquoted.reason": ["沿用旧表-2021"],
      },
    ],
    [
      "<!-- gouji-ignore table/label -->",
      {
        "keyword.other.ignore": ["gouji-ignore"],
        "entity.name.function.rule": ["table/label"],
        "string.unquoted.reason": [],
      },
    ],
    [
      "<!-- gouji-ignore 表: 沿用 -->",
      { [COMMENT]: ["<!-- gouji-ignore 表: 沿用 -->"], "keyword.other.ignore": [] },
    ],
    [
      "正文 <!-- gouji-ignore table/label: 沿用 -->",
      { [COMMENT]: ["<!-- gouji-ignore table/label: 沿用 -->"], "keyword.other.ignore": [] },
    ],
    [
      "<!-- gouji-ignore table/label: 沿用 --> 旧表 -->",
      { [COMMENT]: ["<!-- gouji-ignore table/label: 沿用 -->"], "keyword.other.ignore": [] },
    ],
  ],
  "ordinary comments": [
    ["正文<!-- 2021年 -->2020年", { [COMMENT]: ["<!-- 2021年 -->"], [YEAR]: ["2020年"] }],
    ["<!-- 一、总体情况\n二、主动公开政府信息情况\n-->\n一、总体情况", { [SECTION]: ["一、总体情况"] }],
    [
      "| 3 <!-- 待核 --> | 4 |",
      { [COMMENT]: ["<!-- 待核 -->"], [NUMBER]: ["3", "4"], [SEPARATOR]: ["|", "|", "|"] },
    ],
    ["<! -- 2021年", { [COMMENT]: [], [YEAR]: ["2021年"] }],
  ],
  "a template's blanks": [
    ["［机关名称］负责，共____件，××县，XX镇", { [PLACEHOLDER]: ["［机关名称］", "____", "××", "XX"] }],
    ["| ［规章数］ | ＿＿ |", { [PLACEHOLDER]: ["［规章数］", "＿＿"], [LABEL]: [] }],
    ["## ××工作", { [PLACEHOLDER]: ["××"] }],
    ["发文［2019］，3×5，HTML与XXL，a_b，[注]", { [PLACEHOLDER]: [] }],
    ["| 青禾××镇 |", { [PLACEHOLDER]: ["××"], [LABEL]: ["青禾××镇"] }],
    [
      "［写明本年度工作中存在的主要问题：主动公开、依申请公开、平台建设、监督保障各写一句］",
      {
        [PLACEHOLDER]: [
          "［写明本年度工作中存在的主要问题：主动公开、依申请公开、平台建设、监督保障各写一句］",
        ],
      },
    ],
    ["规格MXX", { [PLACEHOLDER]: [] }],
  ],
};
