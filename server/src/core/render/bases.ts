// The published texts that rules rest on, under the names by which drafters know them.

import type { Basis } from "../rules/rule";
import type { Locale } from "./catalog";

const BASES: Readonly<Record<Basis, Readonly<Record<Locale, string>>>> = {
  "regulations-15": {
    "zh-CN": "《中华人民共和国政府信息公开条例》第十五条",
    en: "《中华人民共和国政府信息公开条例》 (regulations on open government information), article 15",
  },
  "regulations-49": {
    "zh-CN": "《中华人民共和国政府信息公开条例》第四十九条",
    en: "《中华人民共和国政府信息公开条例》 (regulations on open government information), article 49",
  },
  "regulations-50": {
    "zh-CN": "《中华人民共和国政府信息公开条例》第五十条",
    en: "《中华人民共和国政府信息公开条例》 (regulations on open government information), article 50",
  },
  "decree-711": {
    "zh-CN": "国务院令第711号（修订后的《条例》，2019年5月15日起施行）",
    en: "国务院令第711号 (the regulations as revised, in force from 15 May 2019)",
  },
  "form-2019": {
    "zh-CN": "国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》（2019、2020年度）",
    en: "国办公开办函〔2019〕60号 《关于政府信息公开工作年度报告有关事项的通知》 (the form for 2019 and 2020)",
  },
  "form-2021": {
    "zh-CN": "国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》（2021年度起）",
    en: "国办公开办函〔2021〕30号 《中华人民共和国政府信息公开工作年度报告格式》 (the form from 2021 on)",
  },
  "gb-9704": {
    "zh-CN": "GB/T 9704—2012《党政机关公文格式》7.3.3",
    en: "GB/T 9704—2012 《党政机关公文格式》 (layout of official documents), 7.3.3",
  },
  "gb-9704-number": {
    "zh-CN": "GB/T 9704—2012《党政机关公文格式》7.2.5",
    en: "GB/T 9704—2012 《党政机关公文格式》 (layout of official documents), 7.2.5",
  },
  "gb-15834": {
    "zh-CN": "GB/T 15834—2011《标点符号用法》",
    en: "GB/T 15834—2011 《标点符号用法》 (use of punctuation marks)",
  },
  "gb-11643": {
    "zh-CN": "GB 11643—1999《公民身份号码》（校验码）",
    en: "GB 11643—1999 《公民身份号码》 (citizens' identity numbers: the check character)",
  },
};

/** The name of a published text, and the article or clause meant. */
export function basisName(basis: Basis, locale: Locale): string {
  return BASES[basis][locale];
}
