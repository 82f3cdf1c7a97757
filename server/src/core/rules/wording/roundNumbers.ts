import type { Repair, Words } from "../../check/rule.js";
import { matchesIn } from "../../text/matches.js";
import { draftSpan, plainTextOf } from "../../text/plainText.js";
import type { Report } from "../../report/report.js";
import { slice } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";
import { inOwnWords } from "./ownWords.js";

const message = (shown: string, rest: string): Words => ({
  zh: `“${shown}”：“${rest}”只能用在十、百、千、万这样的整数之后，前面是确切的个位数时不能用。请删去“${rest}”，或改为约数。`,
  en: `“${shown}”: ${rest} (and some more) stands behind a round number only, not behind an exact one. Delete it, or round the number.`,
});

/** 8081余条. What can be cut into parts (年, 亩, 公里) and 万 may have some more of any number: 3余万条 is left alone. */
const exact = /(?<![\d.,])(?:\d[\d,]*)?[1-9]([余多])(?=[件条份篇个项册期场批户名家]|人次|次)/g;

/** For `fixed-term`: a count that is exact and rounded at once. */
export const exactAndMore = mendable(function* (report: Report): Iterable<Mendable> {
  const plain = plainTextOf(report);
  const found = [...matchesIn(plain.text, exact)].map((match): Mendable => {
    const end = match.index + match[0].length;
    const span = draftSpan(plain, match.index, end + 1);
    const rest = draftSpan(plain, end - 1, end);
    const shown = slice(report.text, rest);
    const repairs: Repair[] = [{ title: { zh: `删去“${shown}”`, en: `Delete “${shown}”` }, safety: "review", edits: [{ span: rest, newText: "" }] }];
    return { key: `${keyStart}${match[0]}`, span, message: message(slice(report.text, span), shown), repairs };
  });
  yield* inOwnWords(report, kinds, found);
});

export const keyStart = "exact/";
const kinds = new Set(["paragraph", "heading"] as const);
