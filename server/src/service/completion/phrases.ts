import { CompletionItemKind } from "vscode-languageserver-types";
import { basisSentence, inDraftScript, periodSentence, type Report } from "../../core/index.js";
import { fits, sectionAt, type Place, type Suggestion } from "./suggestion.js";
import { plainText, stop } from "./template.js";

/** A sentence that reports word alike. */
interface Phrase {
  readonly text: string;
  /** The words that it is looked for by, and their pinyin initials. */
  readonly words: string;
  readonly initials: string;
}

/** Fixed sentences where they belong: basis and period above the chapters or in the first one, the fee in chapter six, a lead before a table. */
export function phrases(place: Place): Suggestion[] {
  const typed = typedWords(place);
  if (typed === undefined) return [];
  const { report } = place.draft.analysis;
  return phrasesOf(place).flatMap(({ text, words, initials }) => {
    const isWanted = typed.length === 1 ? initials.startsWith(typed) : fits(typed, words, initials) || fits(typed, plainText(text), initials);
    const written = isWanted ? inDraftScript(report, text, place) : undefined;
    if (written === undefined) return [];
    const label = plainText(written);
    return [{ label, text: written, span: { start: place.offset - typed.length, end: place.offset }, kind: CompletionItemKind.Snippet, filter: `${words} ${initials}` }];
  });
}

/**
 * What has been typed of a sentence: on a line of its own, or behind a stop. One Chinese character is too little to offer
 * anything by: nothing is to pop up while somebody writes.
 */
function typedWords({ before, after }: Place): string | undefined {
  if (after.trim() !== "" || before.includes("|")) return undefined;
  const typed = /(?:^|[。；：])\s*([^\s。；：，、（）]{0,8})$/.exec(before)?.[1];
  if (typed === undefined || (typed === "" && before.trim() !== "")) return undefined;
  return typed.length === 1 && !/[a-z]/.test(typed) ? undefined : typed;
}

function phrasesOf(place: Place): readonly Phrase[] {
  const { report } = place.draft.analysis;
  const section = sectionAt(place);
  const form = section?.form;
  if (section === undefined || form?.key === "overview") return opening(report);
  if (form?.asks.includes("信息处理费") === true) return fees;
  const table = report.edition.tables.find((candidate) => candidate.key === form?.table);
  return table === undefined || form === undefined ? [] : [{ text: `本年度${form.title}见下表。`, words: "本年度情况见下表", initials: "bndqkjxb" }];
}

function opening(report: Report): Phrase[] {
  const year = stop("year", String(report.year ?? "年份"));
  return [
    { text: basisSentence(report.edition), words: "本报告根据依据", initials: "bbggj" },
    { text: periodSentence(year), words: "统计期限", initials: "tjqx" },
    { text: `本报告中所列数据的统计期限自${year}年1月1日起，至${year}年12月31日止。`, words: "本报告所列数据的统计期限", initials: "bbgslsj" },
  ];
}

const fees: readonly Phrase[] = [
  { text: "本年度未收取信息处理费。", words: "未收取信息处理费", initials: "wsqxxclf" },
  { text: `本年度收取信息处理费${stop("fee", "0")}元。`, words: "收取信息处理费", initials: "sqxxclf" },
  { text: "没有其他需要报告的事项。", words: "没有其他需要报告的事项", initials: "myqtxybgdsx" },
];
