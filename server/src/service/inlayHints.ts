import { InlayHintKind, type InlayHint, type InlayHintLabelPart, type Range } from "vscode-languageserver-types";
import { cellName, determinedOf, exactly, plain, reading, type Fact, type Operand } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { basisWords, relationWords } from "./relationWords.js";
import { suggestedValues, type SuggestedValue } from "./suggestedValues.js";
import { say } from "./words.js";

/** More operands than this make the row of a table too wide to read. */
const mostOperands = 4;

/**
 * What an open cell can only be, and beside a wrong total what its parts add up to. Accepting a hint writes the number; its
 * parts lead to the cells that it comes from.
 */
export function inlayHints(draft: Draft, range: Range): InlayHint[] {
  if (!isOurs(draft)) return [];
  const [from, to] = [draft.lines.offset(range.start), draft.lines.offset(range.end)];
  return suggestedValues(draft.analysis.report)
    .filter(({ fact }) => from <= fact.span.end && fact.span.start <= to)
    .map((suggestion) => hintOf(draft, suggestion))
    .toSorted((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

function hintOf(draft: Draft, suggestion: SuggestedValue): InlayHint {
  const { fact, value, by } = suggestion;
  const { report, language } = draft.analysis;
  const range = draft.lines.range(fact.span);
  const isBlank = fact.value.kind === "blank";
  const why = say(language, {
    zh: `${basisWords(by, "zh")}。\n${relationWords(report, by, reading(report), "zh")}\n双击填入 ${plain(value)}。`,
    en: `${basisWords(by, "en")}.\n${relationWords(report, by, reading(report), "en")}\nDouble-click to enter ${plain(value)}.`,
  });
  return {
    position: range.end,
    label: [{ value: isBlank ? plain(value) : `→ ${plain(value)}`, tooltip: why }, ...operandParts(draft, suggestion)],
    kind: InlayHintKind.Parameter,
    textEdits: [{ range, newText: plain(value) }],
    tooltip: why,
    paddingLeft: true,
    paddingRight: isBlank,
  };
}

/** “ = 9 + 2 − 1”, each number leading to its cell; nothing where there are too many of them, or only the value itself. */
function operandParts(draft: Draft, { fact, by }: SuggestedValue): InlayHintLabelPart[] {
  const isLeft = by.left.some(({ key }) => key === fact.key);
  const [own, other] = isLeft ? [by.left, by.right] : [by.right, by.left];
  const terms = [...shown(draft, other, fact).map((operand) => ({ operand, sign: "+" })), ...shown(draft, own, fact).map((operand) => ({ operand, sign: "−" }))];
  if (terms.length < 2 || terms.length > mostOperands) return [];
  return terms.flatMap(({ operand, sign }, index) => [{ value: index === 0 ? (sign === "+" ? " = " : " = −") : ` ${sign} ` }, operandPart(draft, operand)]);
}

function shown(draft: Draft, side: readonly Operand[], except: Fact): Operand[] {
  return side.filter((operand) => operand.key !== except.key && valueIn(draft, operand) !== 0n);
}

/** The number of a cell as it is filled, or as it can only be. */
function valueIn({ analysis: { report } }: Draft, operand: Operand): bigint | undefined {
  return exactly(reading(report)(operand)) ?? determinedOf(report).get(operand.key)?.value;
}

function operandPart(draft: Draft, operand: Operand): InlayHintLabelPart {
  const value = valueIn(draft, operand);
  const text = value === undefined ? "?" : plain(value);
  if (operand.fact === undefined) return { value: text, tooltip: operand.label };
  const location = { uri: draft.snapshot.uri, range: draft.lines.range(operand.fact.span) };
  return { value: text, tooltip: cellName(operand.fact)[draft.analysis.language], location };
}
