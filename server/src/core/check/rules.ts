import { rules } from "../rules/index.js";
import type { Group, Safety, Severity } from "./finding.js";
import type { Rule, Words } from "./rule.js";
import { ruleSeverity } from "./severity.js";

/** What users are told about a rule, without its code. */
export interface RuleInfo {
  readonly code: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly scope: Rule["scope"];
  readonly phase: Rule["phase"];
  readonly summary: Words;
  readonly basis: Words;
  readonly repair: Safety | undefined;
}

export const ruleInfos: readonly RuleInfo[] = rules.map((rule) => ({
  code: rule.code,
  group: rule.group,
  severity: ruleSeverity(rule),
  scope: rule.scope,
  phase: rule.phase,
  summary: rule.summary,
  basis: rule.basis,
  repair: rule.repair,
}));

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}
