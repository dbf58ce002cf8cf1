// A runner small enough to be bundled with the suite, so that one file runs in every extension host: named
// tests, one after another, each with a time limit. It prints lines that begin with MARK, for run.mjs to read.

export const MARK = "[gouji]";
const LIMIT_MS = 30_000;

type Body = () => Promise<void>;
const tests: { name: string; body: Body }[] = [];
let afterEach: Body = async () => {};

class Skipped extends Error {}

export function test(name: string, body: Body): void {
  tests.push({ name, body });
}

/** What to do after every test, passed or failed. */
export function cleanUp(body: Body): void {
  afterEach = body;
}

/** Ends the test that calls it; the reason is printed. */
export function skip(reason: string): never {
  throw new Skipped(reason);
}

/** Runs all tests; throws when one has failed, which makes VS Code exit with code 1. */
export async function runAll(): Promise<void> {
  let failed = 0;
  let skipped = 0;
  for (const { name, body } of tests) {
    const started = Date.now();
    try {
      await withLimit(body());
      print(`✔ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      if (error instanceof Skipped) {
        skipped++;
        print(`- ${name} (skipped: ${error.message})`);
      } else {
        failed++;
        print(`✘ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
    await afterEach();
  }
  print(`suite: ${tests.length - failed - skipped} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

function print(text: string): void {
  for (const line of text.split("\n")) console.log(`${MARK} ${line}`);
}

async function withLimit(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT_MS} ms`)), LIMIT_MS);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
