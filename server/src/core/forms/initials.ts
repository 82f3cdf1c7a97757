import { initials } from "./initials.generated.js";

/** How an official title or label begins in pinyin, syllable by syllable: 三、…总体情况 gives ztqk; "" for words of no form. */
export function initialsOf(label: string): string {
  return initials[han(label)] ?? "";
}

/** Without number, explanation in brackets and punctuation. */
function han(text: string): string {
  return text.replace(/^（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、/, "").replace(/（.*$/, "").replace(/[^\u3400-\u9fff]/g, "");
}
