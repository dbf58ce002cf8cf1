// Lists that no single sentence holds: over sentences and paragraphs, summed up at their end, dividing anew what was
// counted before; and lists within a list.

import assert from "node:assert/strict";
import { test } from "node:test";
import { marked, told } from "./say";

function quiet(...sentences: readonly string[]): void {
  for (const prose of sentences) test(`holds: ${prose}`, () => assert.deepEqual(told(prose), []));
}

function wrong(cases: Readonly<Record<string, string>>): void {
  for (const [prose, expected] of Object.entries(cases)) {
    test(`does not: ${prose}`, () => assert.deepEqual(marked(prose), [expected]));
  }
}

quiet(
  "全年公开信息710条。通过网站公开65条，微信公开645条。",
  "累计公开信息454条，具体包括：\n\n网站：发布信息242条，涵盖动态等。\n\n公众号：发布信息212条。",
  "网站发布信息242条。\n\n公众号发布信息212条。\n\n合计454条。",
  "网站发布信息242条。公众号发布信息212条。累计公开信息1500条。",
  // Other channels may be unnamed; what was published twice is counted on each.
  "全年公开信息400条。通过网站发布120条，通过公众号发布265条。",
  "全年公开信息700条。网站公开500条，公众号公开500条。",
);
wrong({
  "全年公开信息700条。通过网站公开65条，微信公开645条。": "parts-sum “700条”",
  "累计公开信息444条，具体包括：\n\n网站：发布信息242条，涵盖动态等。\n\n公众号：发布信息212条。":
    "parts-sum “444条”",
  "全年公开信息544条。\n\n1.网站发布信息242条。\n\n2.公众号发布信息212条。\n\n3.微博发布信息100条。":
    "parts-sum “544条”",
  "网站发布信息242条。\n\n公众号发布信息212条。\n\n合计424条。": "parts-sum “424条”",
  "网站发布信息242条。公众号发布信息212条。以上渠道共发布信息424条。": "parts-sum “424条”",
});

// 从内容看, 按内容分, 在内容方面: the same figures divided again. Far from the whole the list is marked.
quiet(
  "收到留言15件，其中线上9件，信函6件。按内容分，预算类7件；项目类8件。",
  "收到留言15件，办结14件。从内容看，预算类7件，项目类7件。",
  "收到留言15件，上年结转2件。从内容看，预算类10件，项目类7件。",
);
wrong({
  "收到留言15件，其中线上9件，信函6件。从内容看，预算类7件，项目类9件。": "parts-sum “15件”",
  "收到留言15件。\n\n工作有序开展。\n\n在内容方面，预算类7件，项目类9件。": "parts-sum “7件，项目类9件”",
});

// Two divisions in one list, and what became of some, are no further parts.
quiet(
  "收到留言16件，其中线上10件，信函6件，居民12件，企业4件。",
  "收到留言16件，其中当面2件，线上10件，信函4件；自然人12件，法人或其他组织4件。",
  "发布信息350条，其中原创230条，转载120条，被市级采用30条。",
);
wrong({
  "收到留言16件，其中线上10件，信函6件，当面2件。": "parts-sum “16件”",
  "发布信息12条，其中部门、乡镇、村级各5条。": "parts-sum “12条”",
});

// Within a list: a part's own list ends where the outer one goes on; readers are no parts.
quiet(
  "公开信息50条，其中机构类39条，内有领导20条、职能19条；工作类11条，其中动态6条、通知5条。",
  "公开信息226条，其中网站140条，具体为：动态90条、通知50条；公众号86篇，点击13241次。",
  "收到留言18件，其中信函14件，网上4件，内容主要是规划等方面，办结15件，转下年3件。",
);
wrong({
  "公开信息50条，其中机构类20条，内有领导10条、职能10条；工作类11条，其中动态3条、通知5条、计划2条；政策类19条。":
    "parts-sum “11条”",
  "公开信息216条，其中网站140条，具体为：动态90条、通知50条；公众号86篇，点击13241次。": "parts-sum “216条”",
  "收到留言18件，其中信函14件，网上2件，内容主要是规划等方面，办结15件，转下年3件。": "parts-sum “18件”",
  "公开信息554条（上年400条），其中网站242条，公众号212条，微博90条。": "parts-sum “554条”",
  "组织培训5次，上半年2次，下半年2次。": "parts-sum “5次”",
  "公开财政信息24条，由预算12条和决算11条组成。": "parts-sum “24条”",
  "公开信息800余条，其中网站500余条，公众号400余条。": "parts-sum “800余条”",
  "回应热点30个，涉及教育12个、医疗8个、其他9个。": "parts-sum “30个”",
});
