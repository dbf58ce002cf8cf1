// Puts an excerpt of a report, as the rules' pages show it, into the whole report. `……` on a line of its own stands
// for all that is left out there; every other line stands as it is.

const GAP = "……";

/**
 * The report with the excerpt in it. Lines of both are compared by their words, rows of tables by their labels: where
 * an excerpt's line is one of the report, the report goes on behind it; what lies between two such lines without a
 * gap gives way to what the excerpt has there.
 */
export function placed(excerpt: string, report: string): string {
  const lines = report.split("\n");
  const result: string[] = [];
  const shown = excerpt.split("\n");
  let at = 0;
  for (const [i, line] of shown.entries()) {
    if (line === GAP) {
      const next = shown[i + 1];
      const end = next === undefined ? lines.length : find(lines, next, at);
      if (end < 0) throw new Error(`an excerpt goes on with what the report does not have: ${next}`);
      result.push(...lines.slice(at, end));
      at = end;
      continue;
    }
    result.push(line);
    const same = isFiller(line) ? (isFiller(lines[at] ?? "x") ? at : -1) : find(lines, line, at);
    if (same >= 0) at = same + 1;
  }
  return result.join("\n");
}

/** Empty lines and the rules below the headers of tables are everywhere. */
function isFiller(line: string): boolean {
  return /^[|:\s-]*$/.test(line);
}

function find(lines: readonly string[], line: string, from: number): number {
  return lines.findIndex((other, i) => i >= from && keyOf(other) === keyOf(line));
}

/** A row's label; the whole row where it has none. */
function keyOf(line: string): string {
  const cells = line.split("|").map((cell) => cell.trim());
  const [, label = ""] = cells;
  return label === "" || /^\d/.test(label.replace(/^\d+\.\D/, "")) ? cells.join("|") : label;
}
