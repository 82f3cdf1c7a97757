import type { Found, Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { draftSpan, plainTextOf } from "../../text/plainText.js";
import { unmasked } from "../../text/script/mask.js";
import { slice, type Span } from "../../text/span.js";
import { inOwnWords } from "./ownWords.js";
import { taiwanTerms } from "./taiwanTerms.js";

interface Word {
  readonly span: Span;
  readonly word: string;
}

/** One such word may be the author's; two different ones are a converter's. */
const leastWords = 2;

const message = (words: string): Words => ({
  zh: `文中有${words}等用词，是繁体转换工具换成的台湾用语，单纯转换字形不会复原。请对照原稿改回大陆用语。`,
  en: `Words such as ${words} were put in by a converter to Taiwan's usage; converting the characters does not bring the mainland's words back. Compare with the original.`,
});

/** One finding for a Traditional draft whose words were changed with its characters: 优化 became 最佳化. Nothing is repaired, since 資訊 may have been 信息 or 资讯. */
export function* foreignVocabulary(report: Report): Iterable<Found> {
  if (report.script !== "traditional") return;
  const [first, ...others] = firstOfEach(inOwnWords(report, kinds, unmasked(report.text, wordsIn(report))));
  if (first === undefined || others.length + 1 < leastWords) return;
  const shown = [first, ...others].map(({ span, word }) => `“${slice(report.text, span)}”（${taiwanTerms.get(word) ?? ""}）`).join("、");
  yield { key: "vocabulary", span: first.span, message: message(shown), related: others.map(({ span, word }) => ({ span, message: { zh: `大陆用语为“${taiwanTerms.get(word) ?? ""}”`, en: `The mainland has “${taiwanTerms.get(word) ?? ""}”` } })) };
}

const kinds = new Set(["paragraph", "heading", "table"] as const);
const shape = new RegExp([...taiwanTerms.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

function wordsIn(report: Report): Word[] {
  const plain = plainTextOf(report);
  return [...plain.text.matchAll(shape)].map(({ 0: word, index }) => ({ word, span: draftSpan(plain, index, index + word.length) }));
}

function firstOfEach(words: readonly Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter(({ word }) => !seen.has(word) && seen.add(word));
}
