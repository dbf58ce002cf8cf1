// Counts the work that a job does, by the step and not by the clock, so that two runs give one number. V8's precise
// coverage tells how often each function and each block of the program ran. What goes on inside a built-in it does not
// see, so those whose cost depends on a length are wrapped while the job runs, and add what they went through: elements
// searched, moved or copied, characters scanned or put together. Iterators add their steps, which covers spreading,
// destructuring and `new Set(list)`. All methods that take a pattern go through `exec`, which adds the characters from
// where it began to its match's end. Not counted: slices of strings, which V8 does not copy; comparing, hashing and `+`
// of strings.

import { Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";
import { scanned } from "./scanned";

/** Work by the function that did it (`file name`), and by built-in. */
export interface Work {
  readonly total: number;
  readonly by: ReadonlyMap<string, number>;
}

/** The program, and the libraries that it reads HTML and places with; neither tests nor what runs them. */
const COUNTED =
  /\/server\/src\/|\/node_modules\/(?:htmlparser2|entities|dom\w+|vscode-languageserver\b[\w-]*|get-east-[\w-]+)\//;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly {
        readonly startOffset: number;
        readonly endOffset: number;
        readonly count: number;
      }[];
    }[];
  }[];
}

// A function that was inlined into another is no longer counted.
setFlagsFromString("--no-opt");
const inspector = new Session();
inspector.connect();
inspector.post("Profiler.enable");
inspector.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/** What ran since the last time. A session of the thread's own answers before `post` returns. */
function takeCoverage(): Coverage {
  const answers: Coverage[] = [];
  inspector.post("Profiler.takePreciseCoverage", (error, answer) => {
    if (error) throw error;
    answers.push(answer);
  });
  return answers[0]!;
}

/** The work of a job. Nothing may run beside it, so it must not wait. */
export function workOf(job: () => void): Work {
  const by = new Map<string, number>();
  const add = (name: string, steps: number) => {
    if (steps > 0) by.set(name, (by.get(name) ?? 0) + steps);
  };
  takeCoverage();
  const unwrap = wrap();
  let builtIns: readonly Counter[];
  isCounting = true;
  try {
    job();
  } finally {
    isCounting = false;
    builtIns = unwrap();
  }
  for (const { name, steps } of builtIns) add(name, steps);
  for (const { url, functions } of takeCoverage().result) {
    if (!COUNTED.test(url)) continue;
    const file = url.replace(/^.*\/(?:server\/src|node_modules)\//, "").replace(/\?.*$/, "");
    // In the order of their beginnings: a function without a name is told by the one around it.
    const around: { readonly name: string; readonly end: number }[] = [];
    for (const { functionName, ranges } of functions) {
      const { startOffset, endOffset } = ranges[0]!;
      while (around.length > 0 && around.at(-1)!.end <= startOffset) around.pop();
      const name = functionName || around.at(-1)?.name || "";
      around.push({ name, end: endOffset });
      for (const { count } of ranges) add(`${file} ${name}`, count);
    }
  }
  return { total: [...by.values()].reduce((sum, steps) => sum + steps, 0), by };
}

type BuiltIn = (...args: never[]) => unknown;
type Cost = (self: never, args: readonly never[], result: never) => number;
type Sized = { readonly length: number };

const ofSelf = ({ length }: Sized) => length;
const ofResult = (_: unknown, _args: unknown, result: Sized | undefined) => result?.length ?? 0;
const ofStep = () => 1;

/** How far a search went that found something at `at`, or nothing. */
function searched({ length }: Sized, from: unknown, at: number, found: number): number {
  const start = Math.max(0, typeof from === "number" ? from : 0);
  return Math.max(0, at < 0 ? length - start : at + found - start);
}

const ARRAY = {
  includes: (list: unknown[], args: unknown[], found: boolean) =>
    searched(list, args[1], found ? list.indexOf(args[0]) : -1, 1),
  indexOf: (list: unknown[], args: unknown[], at: number) => searched(list, args[1], at, 1),
  lastIndexOf: (list: unknown[], _: unknown[], at: number) => list.length - Math.max(at, 0),
  slice: ofResult,
  concat: ofResult,
  flat: ofResult,
  join: ofResult,
  splice: (list: unknown[], args: number[], gone: unknown[]) =>
    list.length - Math.min(args[0]!, list.length) + gone.length,
  shift: ofSelf,
  unshift: ofSelf,
  reverse: ofSelf,
  sort: ofSelf,
  fill: ofSelf,
  push: (_: unknown, args: unknown[]) => args.length,
};

const ofPlainPattern = (text: string, args: unknown[], result: Sized) =>
  typeof args[0] === "string" ? text.length : result.length;

const STRING = {
  indexOf: (text: string, args: [string, number?], at: number) => searched(text, args[1], at, args[0].length),
  includes: (text: string, args: [string, number?], found: boolean) =>
    searched(text, args[1], found ? text.indexOf(args[0], args[1]) : -1, args[0].length),
  lastIndexOf: (text: string, args: [string, number?], at: number) =>
    Math.min(args[1] ?? text.length, text.length) - Math.max(at, 0),
  split: ofPlainPattern,
  replace: ofPlainPattern,
  replaceAll: ofPlainPattern,
  concat: ofResult,
  repeat: ofResult,
  padStart: ofResult,
  padEnd: ofResult,
  normalize: ofResult,
  toLowerCase: ofResult,
  toUpperCase: ofResult,
  trim: (text: string, _: unknown, rest: string) => text.length - rest.length,
  trimStart: (text: string, _: unknown, rest: string) => text.length - rest.length,
  trimEnd: (text: string, _: unknown, rest: string) => text.length - rest.length,
};

const OBJECT = { keys: ofResult, values: ofResult, entries: ofResult };

const prototypeOf = (iterator: Iterator<unknown>) => Object.getPrototypeOf(iterator) as object;

const WRAPPED: readonly (readonly [name: string, owner: object, costs: Readonly<Record<string, unknown>>])[] =
  [
    ["Array", Array.prototype, ARRAY],
    ["String", String.prototype, STRING],
    ["Object", Object, OBJECT],
    ["JSON", JSON, { stringify: ofResult, parse: (_: unknown, args: [string]) => args[0].length }],
    ["ArrayIterator", prototypeOf([][Symbol.iterator]()), { next: ofStep }],
    ["StringIterator", prototypeOf(""[Symbol.iterator]()), { next: ofStep }],
    ["MapIterator", prototypeOf(new Map()[Symbol.iterator]()), { next: ofStep }],
    ["SetIterator", prototypeOf(new Set()[Symbol.iterator]()), { next: ofStep }],
  ];

interface Counter {
  readonly name: string;
  steps: number;
}

/** Whether the job runs: not while a wrapper tells what a call cost. */
let isCounting = false;

/** Wraps the built-ins; gives what takes the wrappers off and tells what they counted. */
function wrap(): () => readonly Counter[] {
  const counters: Counter[] = [];
  const undo: (() => void)[] = [];
  const put = (owner: object, method: string, wrapped: (original: BuiltIn) => BuiltIn) => {
    const own = Object.getOwnPropertyDescriptor(owner, method)!;
    Object.defineProperty(owner, method, { ...own, value: wrapped(own.value) });
    undo.push(() => Object.defineProperty(owner, method, own));
  };
  for (const [name, owner, costs] of WRAPPED) {
    for (const [method, cost] of Object.entries(costs)) {
      const counter: Counter = { name: `${name}.${method}`, steps: 0 };
      counters.push(counter);
      put(
        owner,
        method,
        (original) =>
          function (this: never, ...args: never[]) {
            const result = Reflect.apply(original, this, args) as never;
            if (isCounting) {
              isCounting = false;
              counter.steps += (cost as Cost)(this, args, result);
              isCounting = true;
            }
            return result;
          },
      );
    }
  }
  const patterns = new Map<string, number>();
  put(
    RegExp.prototype,
    "exec",
    (original) =>
      function (this: RegExp, text: never) {
        const { lastIndex, source } = this;
        const match = Reflect.apply(original, this, [text]) as RegExpExecArray | null;
        if (!isCounting) return match;
        isCounting = false;
        patterns.set(source, (patterns.get(source) ?? 0) + scanned(this, text, lastIndex, match));
        isCounting = true;
        return match;
      },
  );
  return () => {
    for (const each of undo) each();
    for (const [source, steps] of patterns) counters.push({ name: `/${source}/`, steps });
    return counters;
  };
}
