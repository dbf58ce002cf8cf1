// All faults, in the order of the contract's rules.

import { RULES } from "../../../server/src/core";
import type { Fault } from "./fault";
import { FIGURE_FAULTS } from "./figures";
import { STRUCTURE_FAULTS } from "./structure";
import { TABLE_FAULTS } from "./tables";
import { TEXT_FAULTS } from "./text";

export { type Fault, type Faulty, faultyAt, isFound } from "./fault";

const ALL: readonly Fault[] = [...FIGURE_FAULTS, ...TABLE_FAULTS, ...STRUCTURE_FAULTS, ...TEXT_FAULTS];
const KNOWN = new Set<string>(RULES.map(({ code }) => code));

/** The faults whose rule this version has. */
export const FAULTS: readonly Fault[] = ALL.filter(({ rule }) => KNOWN.has(rule));

/** The rules that faults wait for. */
export const WAITING: readonly string[] = [...new Set(ALL.map(({ rule }) => rule))].filter(
  (rule) => !KNOWN.has(rule),
);
