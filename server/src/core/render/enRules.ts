// What each rule finds and why that matters, in English. Labels stay in the form's own words, which are Chinese.

import type { RuleTexts, SubjectNames } from "./ruleTexts";

export const EN_SUBJECTS: SubjectNames = {
  structure: "Structure",
  table: "Tables",
  applications: "Section 三: applications",
  disputes: "Section 四: reviews and litigation",
  disclosure: "Section 二: proactive disclosure",
  narrative: "The text",
  style: "Style",
  privacy: "Privacy",
  ignore: "Silencing",
};

export const EN_RULES: RuleTexts = {
  "structure/title": {
    summary: "No title, or one without organ or year",
    why: "On a web page or in a compilation only the title says whose report it is and for which year; and the year decides which edition of the tables applies.",
  },
  "structure/missing-section": {
    summary: "One of the six sections, or its table, is missing",
    why: "The regulations say what the report holds, and the form makes it six sections and three tables. What did not happen is reported as 0 or as nothing; its section is not left out.",
  },
  "structure/duplicate-section": {
    summary: "A section or the title twice",
    why: "Usually pasted in by mistake. With two of a section nobody knows which one counts.",
  },
  "structure/section-order": {
    summary: "Sections out of order",
    why: "Reports of all organs stand in one order so that they can be compared and summed up. Where the order is wrong, the numbers often are too.",
  },
  "structure/section-heading": {
    summary: "A section's number missing or wrong, or its wording off the form",
    why: "The form fixes the six headings with their numbers. Whoever gathers the reports may not recognise a section under other words.",
  },
  "structure/heading-sequence": {
    summary: "（一）（三）, 1. 3. and the like within a section",
    why: "A gap is what editing leaves: the numbers were not changed, or a paragraph was not pasted. Readers will think that something is missing.",
  },
  "structure/empty-section": {
    summary: "A heading with nothing under it, or 五 that only says 无",
    why: "The regulations ask for the main problems and how they are being mended, so that 无 alone reports nothing. In other sections, too, it has to be said that there is nothing.",
  },
  "structure/placeholder": {
    summary: "A template's blank has not been filled in",
    why: "A ×× or ［机关名称］ on the web tells everyone that nobody read the report through.",
  },
  "table/edition": {
    summary: "Tables of the 2019 form in a report for 2021 or later, or the reverse",
    why: "From the report for 2021 on there are new tables. Whoever writes over last year's file takes the old ones along, and their columns ask for other figures.",
  },
  "table/shape": {
    summary: "A row with too few or too many values; rows missing, repeated or unknown",
    why: "With one value missing all others of a row may stand in the wrong column. Where that is not certain Gouji draws no sum from them and asks you to complete the row.",
  },
  "table/label": {
    summary: "A row's or column's label in other words than the form's",
    why: "The form fixes the labels. Other words make readers think that something else was counted.",
  },
  "table/cell-value": {
    summary: "A cell is not the plain number that the form asks for",
    why: "Cells hold numbers, and the header has the unit. 元 written as 万元 is ten thousand times too much; and a number with its unit or in full-width digits cannot be summed up.",
  },
  "table/blank-cell": {
    summary: "Blank, /, -, — or 无 where the form wants a number",
    why: "Nobody can tell whether a blank means nothing or was forgotten. With 0 for nothing, what was forgotten shows.",
  },
  "applications/row-total": {
    summary: "A row's 总计 is not the sum of the six applicant columns",
    why: "Any reader can add up the row. To change one applicant's figure and forget the total is the commonest mistake of all.",
  },
  "applications/outcome-total": {
    summary: "（七）总计 is not the sum of （一） to （六）",
    why: "（七） is what was dealt with in the year, one of the figures most often quoted. If it is wrong, the balance below it fails too.",
  },
  "applications/balance": {
    summary: "一 + 二 is not （七） + 四",
    why: "Every application has either been dealt with or is carried forward. The form states this above the table; where it does not hold, applications were left out or counted twice, or a figure is wrong.",
  },
  "disputes/total": {
    summary: "A group's 总计 is not the sum of its four results",
    why: "Fifteen figures in one row slip easily: a pending case ends up under 总计, or a figure is changed and its total is not.",
  },
  "disclosure/relation": {
    summary: "Figures of section 二 that contradict each other",
    why: "These figures have no total, but they cannot all be true: one of them is wrong, or stands in the wrong column.",
  },
  "narrative/table-mismatch": {
    summary: "A figure in the text that differs from the cell that it reports",
    why: "With one figure in the text and another in the table, nobody knows which to believe. Most often one was changed and the other forgotten.",
  },
  "narrative/contradiction": {
    summary: "The text says that there was nothing, the table has a figure",
    why: "“No application was received” is often left from last year. A table that says otherwise is the contradiction that readers point out first.",
  },
  "narrative/parts-sum": {
    summary: "Parts that do not add up to the whole",
    why: "Who lists the parts invites the reader to add them up. If they do not, one is missing or one is wrong.",
  },
  "narrative/percentage": {
    summary: "A percentage that is not part ÷ whole, or shares that exceed 100 %",
    why: "Percentages are computed, and have to be computed anew when a figure changes. Rounding and cutting off are both right.",
  },
  "narrative/change-rate": {
    summary: "A change against last year that does not follow from the two figures",
    why: "The rate is the difference over last year's figure: direction and denominator are easily mistaken, and one year's figure is changed without the rate.",
  },
  "narrative/year": {
    summary:
      "A year that the report cannot mean: miswritten, left from an earlier report, a plan for the year that is over",
    why: "In a text made from last year's, the years are what is most easily forgotten; readers then doubt the rest.",
  },
  "narrative/period": {
    summary: "The period stated is not 1 January to 31 December of the report's year",
    why: "Figures can only be added up over the same period. With a wrong one nobody knows which year the tables are for.",
  },
  "narrative/citation": {
    summary:
      "A document that does not hold for the year, a wrong number or article, a title with one of its marks",
    why: "With the wrong document cited, nobody knows which form was followed. 〔2019〕60号 is for 2019 and 2020, 〔2021〕30号 from 2021 on.",
  },
  "style/punctuation": {
    summary: "Half-width punctuation or straight quotes in Chinese text",
    why: "Chinese marks are as wide as a character. Half-width ones come from the wrong input mode or from web pages, and look uneven in print.",
  },
  "style/residue": {
    summary:
      "What a conversion left: bookmarks, runs of no-break spaces, zero-width characters, broken paragraphs",
    why: "Turning Word files and web pages into text leaves them behind. You do not see them while you edit; the web site shows them, and words with them inside are not found.",
  },
  "privacy/personal-data": {
    summary: "An identity-card or mobile number in a text to be published",
    why: "The report goes public, and what is on the web is copied and cannot be taken back. Applicants' data in an example are easily overlooked.",
  },
  "ignore/unused": {
    summary: "A comment that silences nothing or is miswritten",
    why: "A comment that stays when its finding is mended would hide the next mistake; one with a wrong name has never done anything.",
  },
};
