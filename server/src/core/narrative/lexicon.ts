// The field's words: what a sentence about figures may name. Each word has one meaning here; the longest word that
// stands at a place counts. What is in no list is a word that Gouji does not know, and a claim with such a word is
// bound to no cell.

/** What is counted. */
export type Entity =
  | "applications"
  | "review"
  | "litigation"
  | "litigationDirect"
  | "litigationAfterReview"
  | "normativeDocuments"
  | "regulations"
  | "permits"
  | "penalties"
  | "coercion"
  | "fees"
  | "procurement"
  /** Something that the form's tables do not count. */
  | "foreign";

/** What is said of it: a row of `applications`, a result of disputes, a column of disclosure. */
export type Aspect =
  | "received"
  | "receivedNew"
  | "handled"
  | "answered"
  | "carriedOver"
  | "carriedForward"
  | "granted"
  | "partlyGranted"
  | "denied"
  | "denied.stateSecret"
  | "denied.otherLaw"
  | "denied.security"
  | "denied.thirdParty"
  | "denied.internalAffairs"
  | "denied.process"
  | "denied.enforcementFile"
  | "denied.adminQuery"
  | "unable"
  | "unable.notHeld"
  | "unable.needsCreation"
  | "unable.unclear"
  | "notProcessed"
  | "notProcessed.petition"
  | "notProcessed.repeated"
  | "notProcessed.publication"
  | "notProcessed.excessive"
  | "notProcessed.reconfirm"
  | "other"
  | "other.overdueCorrection"
  | "other.overdueFee"
  | "upheld"
  | "corrected"
  | "otherOutcome"
  | "pending"
  | "issued"
  | "disclosed"
  | "totalDisclosed"
  | "repealed"
  | "inForce"
  | "decided";

/** Who applied: a column of `applications`. */
export type Applicant =
  | "naturalPerson"
  | "organizations"
  | "business"
  | "research"
  | "publicWelfare"
  | "legalService"
  | "otherOrganization";

export type Meaning =
  | { readonly kind: "entity"; readonly entity: Entity; readonly generic: boolean }
  | { readonly kind: "aspect"; readonly aspect: Aspect }
  | { readonly kind: "applicant"; readonly applicant: Applicant }
  /** 未, 没有, 无. */
  | { readonly kind: "denial" }
  /** 发生, 涉及: something there was. */
  | { readonly kind: "occurrence" }
  /** 均, 全部. */
  | { readonly kind: "all" }
  /** Says nothing that would change what is counted. */
  | { readonly kind: "neutral" };

const ENTITIES: Readonly<Record<Entity, string>> = {
  applications:
    "政府信息公开申请 政府信息公开申请书 政府信息公开申请表 依申请公开政府信息申请 依申请公开政府信息 依申请公开信息 依申请公开申请 依申请公开 信息公开申请 政务公开申请 公开政府信息的申请 公开政府信息申请 政府信息申请 政府信息公开申请件 依申请公开件 申请公开政府信息 申请政府信息公开 政府信息依申请公开 依申请 公开申请 申请公开 书面申请 信息申请 申请事项 申请件 申请 公开信息申请 政府信息公开的申请 依申请公开事项 依申请公开工作 信息依申请公开",
  review:
    "行政复议案件 行政复议申请 被申请行政复议 申请行政复议 提起行政复议 行政复议 复议案件 复议申请 申请复议 被复议 复议 政府信息公开行政复议 信息公开行政复议 政府信息公开申请行政复议 信息公开申请行政复议 政府信息公开类行政复议 政府信息公开复议",
  litigation:
    "行政诉讼案件 提起行政诉讼 行政诉讼 诉讼案件 提起诉讼 被诉讼 被起诉 诉讼 被提起行政诉讼 政府信息公开行政诉讼 信息公开行政诉讼 政府信息公开类行政诉讼 政府信息公开诉讼",
  litigationDirect:
    "未经复议直接起诉 未经行政复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接起诉 直接提起行政诉讼 直接提起诉讼",
  litigationAfterReview:
    "复议后起诉 行政复议后起诉 经复议后起诉 经复议后提起诉讼 复议后提起行政诉讼 复议后提起诉讼 经复议后提起行政诉讼",
  normativeDocuments: "行政规范性文件 规范性文件",
  regulations: "政府规章 规章",
  permits: "行政许可 行政许可事项",
  penalties: "行政处罚 行政处罚案件",
  coercion: "行政强制 行政强制措施",
  fees: "行政事业性收费",
  procurement: "采购总金额 政府采购总金额 政府集中采购总金额 政府集中采购项目 政府集中采购 集中采购项目",
  foreign:
    "主动公开 主动公开信息 主动公开政府信息 网站 门户网站 政府网站 公众号 微信 微博 抖音 新媒体 政务新媒体 建议 提案 热线 信访 投诉 咨询 留言 来信 信箱 培训 会议 解读 新闻 信息 政务信息 公开信息 栏目 活动 举报 问题 意见 稿件 公示 公告 公报 视频 年报",
};

/** Words for any application, not only for one for information. */
const GENERIC = new Set(
  "申请 申请件 申请事项 书面申请 申请书 申请表 诉讼 诉讼案件 复议 提起诉讼 被起诉".split(" "),
);

const ASPECTS: Readonly<Record<Aspect, string>> = {
  received: "收到 接收到 接到 接收 收悉 共收 收取到 收 接受",
  receivedNew: "新收 新收到 新受理 新增 本年新收 本年度新收 新接收 新接",
  handled: "受理 办理 处理 接收办理 接收处理 收到并办理 受理办理 收到并处理 共办理",
  answered:
    "办结 答复 办理完毕 办复 回复 予以答复 作出答复 按时答复 按期答复 依法答复 办理答复 作出处理 已办结 办理结果 书面答复 按时办结 按期办结 办理完成 办毕 答复完毕 回复完毕 答复办结 办结答复 本年度办理结果 审结",
  carriedOver:
    "上年结转 上年度结转 上一年结转 上一年度结转 去年结转 结转上年 结转上年度 上年结转申请 往年结转 结转自上年 上年转结 上年度转结 上年转入 上年度转入 上年结转至本年 上年度结转至本年度",
  carriedForward:
    "办理中 正在办理 尚在办理 仍在办理 正在办理中 尚在办理中 尚未办结 结转下年度继续办理 结转下年继续办理 结转下年度办理 结转下年办理 结转下年度 结转下年 结转至下年度 结转至下年 结转到下年度 结转到下年 结转至下一年度 结转下一年度 结转至下年度继续办理 结转至下一年度继续办理 结转到下一年度 结转下一年 转下年度 转入下年度 转下年 结转次年 结转至次年 结转下一年度继续办理 转下年度继续办理 结转至下年继续办理 结转至下一年 结转下一年继续办理 转下一年办理 转下一年度办理 转下一年 转下一年度 转入下一年 转入下一年度 结转下一年办理 结转下一年度办理 结转至下一年度办理 结转至下一年办理",
  granted: "予以公开 同意公开 全部公开 给予公开",
  partlyGranted: "部分公开 予以部分公开 区分处理后部分公开",
  denied: "不予公开 不公开 决定不予公开 未予公开",
  "denied.stateSecret": "属于国家秘密 涉及国家秘密 国家秘密",
  "denied.otherLaw": "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开",
  "denied.security": "危及“三安全一稳定” 危及三安全一稳定 “三安全一稳定” 三安全一稳定",
  "denied.thirdParty": "保护第三方合法权益 涉及第三方合法权益 第三方合法权益 涉及第三方权益",
  "denied.internalAffairs":
    "属于三类内部事务信息 三类内部事务信息 内部事务信息 属于内部事务信息 属于三类内部管理事务信息",
  "denied.process": "属于四类过程性信息 四类过程性信息 过程性信息 属于过程性信息",
  "denied.enforcementFile": "属于行政执法案卷 行政执法案卷 行政执法案卷信息 属于行政执法案卷信息",
  "denied.adminQuery": "属于行政查询事项 行政查询事项",
  unable: "无法提供",
  "unable.notHeld":
    "本机关不掌握相关政府信息 不掌握相关政府信息 本机关不掌握 本机关不掌握相关信息 不掌握相关信息",
  "unable.needsCreation": "没有现成信息需要另行制作 没有现成信息，需要另行制作 需要另行制作 没有现成信息",
  "unable.unclear": "补正后申请内容仍不明确 补正后仍不明确 申请内容不明确",
  notProcessed: "不予处理",
  "notProcessed.petition": "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访投诉举报类申请",
  "notProcessed.repeated": "重复申请",
  "notProcessed.publication": "要求提供公开出版物",
  "notProcessed.excessive": "无正当理由大量反复申请",
  "notProcessed.reconfirm": "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息",
  other: "其他处理 其他处理方式 作其他处理",
  "other.overdueCorrection":
    "申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
  "other.overdueFee": "申请人逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未按收费通知要求缴纳费用",
  upheld: "结果维持 维持 维持原行政行为 维持原决定",
  corrected: "败诉 纠错 被纠错 被撤销 被确认违法 结果纠正 纠正 被纠正 予以纠正 纠正结果",
  otherOutcome: "其他结果",
  pending: "尚未审结 未审结 正在审理 尚在审理 审理中 正在审理中",
  issued: "制发 印发 出台 制定 制定出台 制定印发 制定发布 新制发 新制定 制作 新制作 本年制发",
  disclosed: "新公开 本年新公开",
  totalDisclosed: "对外公开 对外公开总数量 对外公开总数 累计对外公开 对外公开总量",
  repealed: "废止 宣布废止",
  inForce: "现行有效",
  decided: "作出 处理决定 决定 办理结果数量 作出处理决定 本年处理决定",
};

const APPLICANTS: Readonly<Record<Applicant, string>> = {
  naturalPerson: "自然人 自然人申请 公民 公民申请 公民个人 个人 个人申请 自然人提出",
  organizations:
    "法人或其他组织 法人和其他组织 法人及其他组织 法人、其他组织 法人或者其他组织 法人或其他组织申请 法人 法人组织 法人及组织 法人申请 法人和其他组织申请",
  business: "商业企业 企业 企业申请 商业企业申请",
  research: "科研机构",
  publicWelfare: "社会公益组织 公益组织",
  legalService: "法律服务机构 法律机构",
  otherOrganization: "其他组织",
};

const DENIALS = "未 没有 无 未曾 从未 没 暂未 暂无 均未 均无 并无 并未 尚未 不存在 未有 未再";
const OCCURRENCES = "发生 涉及 产生 出现 引发 引起 被提起 存在 提起 被申请 有过 发现 导致";
const ALL = "均 全部 都 已全部 均已 全都 均为 均被 全部被 全部为 已均 全部已 均予以 一并";

/** Words that stand around figures and do not change what they count. */
const NEUTRAL =
  "全年 本年度 本年 年度 今年 年内 当年 今年以来 一年来 共 总共 共计 合计 总计 累计 一共 总 已 按时 按期 依法 依规 依法依规 及时 有效 规范 认真 积极 的 了 其中 本机关 我机关 本单位 我单位 我局 本局 我镇 本镇 我乡 本乡 我办 本办 我委 本委 我厅 本厅 我院 我处 我所 我街道 本街道 我区 我县 我市 我队 我中心 区政府 县政府 市政府 镇政府 乡政府 街道办事处 镇 乡 街道 数量 总数 总量 件数 数 情况 案件 案件数 事项 为 是 有 在 中 各类 有关 相关 关于 由 对 向 于 从 经 提出 提交 提出的 申请人 方面 办件 公民、法人和其他组织 公民、法人或其他组织 公民、法人及其他组织 公民法人和其他组织 社会公众 群众 公众 截至 截止 底 末 年底 年末 目前 期间 内 时限内 法定期限内 规定时限内 法定时限内 规定期限内 在法定期限内 在规定时限内 共有 现有 计 达 达到 进行 工作 开展 予以 给予 受 被 类 后 并 也 又 以及 及 和 与 或 、 其他 因 因政府信息公开 因政府信息公开工作 因信息公开 因信息公开工作 因政府信息公开申请 涉及政府信息公开 涉及政府信息公开工作 涉及政府信息公开的 政府信息公开 信息公开 政府信息公开类 信息公开类 政府信息公开工作 信息公开工作 引起的 引发的 产生的 有关政府信息公开 关于政府信息公开 涉政府信息公开 政府信息 原 情形 除 外 实施 尚有 仍有 还有 剩余 收取 收费 各级行政机关 各级政府机关 各级机关 各行政机关 出现 之外 金额 件 项 件次 降至 升至 增至 减至 降到 增加到 减少到 上升到 下降到 下降至 上升至 增加至 减少至 至 到 通过 依 任何 相应 所 结果 处理结果 审理结果 件次 实际 全县 全区 全市 全镇 全乡 全街道 全局 全省 全委 本级 按照规定 按规定 依规定 件申请 方式 形式 来 还 另有 另 起 实 应 需 约 近 超过 超 逾 将近 大约 余 多 接近 达到了";

/** Neutral words that name a jurisdiction: neutral only in the report of the organ that governs it. */
export const JURISDICTION = /^全([省市区县乡镇])$/;

function table(): Map<string, Meaning> {
  const words = new Map<string, Meaning>();
  const add = (list: string, meaning: Meaning) => {
    for (const word of list.split(" ")) words.set(word, meaning);
  };
  add(NEUTRAL, { kind: "neutral" });
  add(DENIALS, { kind: "denial" });
  add(OCCURRENCES, { kind: "occurrence" });
  add(ALL, { kind: "all" });
  for (const [entity, list] of Object.entries(ENTITIES)) {
    for (const word of list.split(" ")) {
      words.set(word, { kind: "entity", entity: entity as Entity, generic: GENERIC.has(word) });
    }
  }
  for (const [aspect, list] of Object.entries(ASPECTS))
    add(list, { kind: "aspect", aspect: aspect as Aspect });
  for (const [applicant, list] of Object.entries(APPLICANTS)) {
    add(list, { kind: "applicant", applicant: applicant as Applicant });
  }
  return words;
}

const WORDS = table();
const LONGEST = Math.max(...[...WORDS.keys()].map((word) => word.length));
const FIRST = new Set([...WORDS.keys()].map((word) => word[0]!));

/** The longest word of the field at a place in a text; null where none stands there. */
export function wordAt(
  text: string,
  at: number,
): { readonly word: string; readonly meaning: Meaning } | null {
  if (!FIRST.has(text[at] ?? "")) return null;
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const word = text.slice(at, at + length);
    const meaning = WORDS.get(word);
    if (meaning) return { word, meaning };
  }
  return null;
}
