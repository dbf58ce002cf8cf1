// What the READMEs say of speed, from the figures that were measured.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Results } from "./parts";

const ROOT = join(import.meta.dirname, "..");
const QUOTE = /(?<=<!-- speed -->\n)[\s\S]*?(?=<!-- \/speed -->)/;

/** Writes what was measured on a machine into both READMEs; leaves them as they are where not all of it was. */
export function quote(results: Results, machine: string): void {
  const figures = (["keystroke.4K.p50", "keystroke.10M.p50", "batch.folder"] as const).map(
    (key) => results[key]?.own ?? Number.NaN,
  );
  if (figures.some(Number.isNaN)) return;
  const [keystroke, long, batch] = figures.map((figure) => Number(figure.toPrecision(2)));
  write(
    "README.md",
    `- **Fast**: a digit typed into a table is answered in ${keystroke} ms, in a compilation of ten million characters in ${long} ms (medians);
  \`gouji check\` reads ${batch} MB a second on one core (${machine}; [all figures](bench/README.md)).`,
  );
  write(
    "README.zh-CN.md",
    `- **快**：在表格里键入一位数，${keystroke} 毫秒给出结果；在一千万字的汇编里，${long} 毫秒（中位数）。\`gouji check\` 单核每秒读 ${batch} MB
  （${machine}；[全部数据](bench/README.md)）。`,
  );
}

function write(name: string, line: string): void {
  const path = join(ROOT, name);
  writeFileSync(
    path,
    readFileSync(path, "utf8").replace(QUOTE, () => `${line}\n`),
  );
}
