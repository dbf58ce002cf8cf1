// What the field's words can mean: the vocabulary in which the reading of claims speaks of a sentence.

/** What is counted. */
export type Entity =
  | "applications"
  | "review"
  | "litigation"
  | "litigationDirect"
  | "litigationAfterReview"
  /** 行政争议: reviews and lawsuits together. */
  | "disputes"
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
  /** 正在办理, 未办结: said of applications and of cases. */
  | "unfinished"
  /** 结转 that does not say from which year to which. */
  | "carried"
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
  /** 信息不存在, which the form does not have: 不掌握, or 没有现成信息. */
  | "unable.absent"
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
  /** 败诉, 胜诉: the form has other words. */
  | "lost"
  | "won"
  | "issued"
  | "disclosed"
  | "totalDisclosed"
  | "repealed"
  | "inForce"
  /** 修改: no column of the form. */
  | "revised"
  /** 公开规范性文件: made this year, or all that there are, or those of others. */
  | "published"
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
  | { readonly kind: "entity"; readonly entity: Entity; readonly generic: boolean; readonly aspect?: Aspect }
  | { readonly kind: "aspect"; readonly aspect: Aspect }
  | { readonly kind: "applicant"; readonly applicant: Applicant }
  /** 未, 没有, 无. */
  | { readonly kind: "denial" }
  /** 均, 全部. */
  | { readonly kind: "all" }
  /** 分别: the figures behind it go with the things before it, one by one. */
  | { readonly kind: "respective" }
  /** 等原因: the reasons before it are not all. */
  | { readonly kind: "etc" }
  /** 其余: what is left of a whole. */
  | { readonly kind: "rest" }
  /** 结转, and the year from which (上年) or to which (下年度) something is carried. */
  | { readonly kind: "carry" }
  | { readonly kind: "past" }
  | { readonly kind: "next" }
  /** 全县: neutral only in the report of the organ that governs it. */
  | { readonly kind: "jurisdiction"; readonly level: string }
  /** Says nothing that would change what is counted. */
  | { readonly kind: "neutral" };
