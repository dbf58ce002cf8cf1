// The report that words stand in: its year, and what its organ is called, in full and in short.

export interface Setting {
  readonly year: number | null;
  /** What the report may call its organ, longest first. */
  readonly names: readonly string[];
  /** Whether the organ governs a province, city, county … as a whole, so that 全县 is what it reports on. */
  governs(level: string): boolean;
  /** A judicial bureau hears the reviews of others. */
  readonly hearsReviews: boolean;
}

const SHORTEST_NAME = 2;

/** The setting of a report of `organ` (as its title has it) on `year`. */
export function settingOf(organ: string | null, year: number | null): Setting {
  const full = organ ?? "";
  const level = /([省市区县乡镇州])(?:人民政府|政府)?$/.exec(full)?.[1];
  return {
    year,
    names: namesOf(full),
    governs: (asked) => asked === level,
    hearsReviews: /司法|法制/.test(full),
  };
}

/** 青禾县柳溪镇人民政府 is 柳溪镇政府, 柳溪镇, 县柳溪镇 …, too. */
function namesOf(organ: string): string[] {
  const short = [
    organ,
    organ.replace("人民政府", "政府"),
    organ.replace(/办事处$/, ""),
    organ.replace(/人民政府(?:办公[室厅])?$/, "政府"),
    organ.replace(/人民政府(?:办公[室厅])?$/, ""),
  ];
  const names = [
    ...short,
    ...short.map((name) => name.replace(/^.*?[省市县区](?=.{2})/, "")),
    ...short.map((name) => name.replace(/^.*?(?=[省市县区].{2})/, "")),
  ].filter((name) => name.length >= SHORTEST_NAME);
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}
