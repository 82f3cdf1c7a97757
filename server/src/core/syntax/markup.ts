import { filler } from "../text/filler.js";
import { isSpace } from "../text/span.js";
import { readHtml, type HtmlHandler, type HtmlTag } from "./html.js";

/** Closing tags that show that a draft is written in HTML, as a whole or in places. */
const markup = /<\/(?:p|h[1-6]|div|span|strong|section|center|body|html)\s*>/i;
const pageStart = /<(?:!doctype\s+html|html|head|body)[\s>]/i;
/** Before the first tag of a page stand a declaration and comments at most. */
const longestPreface = 2000;

/** Tags that begin and end a line of what is seen. */
const blocks = new Set("html head title body header main article section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption form blockquote pre figure center".split(" "));
/** What is in them is no text of the page, or leads to other pages. */
const hiddenTags = new Set("head script style noscript template nav footer aside select button textarea iframe svg object".split(" "));
/** Read as the title of a page copied with its head: 标题：… */
const titleMark = "title:";

/**
 * The text of a draft as it is to be read line by line, as long as the draft, so that every offset stands for the same character: tags are
 * replaced by blanks and fillers, `<h2>` by ##, entities by what they stand for; each block of a saved web page begins a line, what
 * leads around the site is left out. A draft without HTML is itself.
 */
export function readableText(draft: string): string {
  return withoutComments(withoutTags(draft));
}

function withoutTags(draft: string): string {
  if (!draft.includes("</") || !markup.test(draft)) return draft;
  const reader = new MarkupReader(draft);
  readHtml(draft, 0, draft.length, reader);
  return reader.finish();
}

/**
 * Nobody sees <!--[if !supportLists]-->, which Word leaves before the numbers of lists, nor what an author has noted between two words.
 * A comment that is a line of its own stays: it may be one of ours, and it is no text anyway.
 */
function withoutComments(text: string): string {
  let read = "";
  let at = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", start + 4);
    if (close < 0) break;
    const end = close + 3;
    const comment = text.slice(start, end);
    read += text.slice(at, start) + (text.startsWith("<!-- nianbao-", start) || isOwnLine(text, start, end) ? comment : filler.repeat(comment.length));
    at = end;
  }
  return at === 0 ? text : read + text.slice(at);
}

function isOwnLine(text: string, start: number, end: number): boolean {
  let [from, to] = [start, end];
  while (from > 0 && (text.charCodeAt(from - 1) === 0x20 || text.charCodeAt(from - 1) === 0x09)) from--;
  while (to < text.length && (text.charCodeAt(to) === 0x20 || text.charCodeAt(to) === 0x09)) to++;
  return !/[\r\n]/.test(text.slice(start, end)) && (from === 0 || isLineEnd(text, from - 1)) && (to === text.length || isLineEnd(text, to));
}

function isLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d;
}

/** A page as a browser saves it; anything else is a Markdown or plain draft with HTML in places, whose line ends are line ends. */
export function isPage(draft: string): boolean {
  return draft.trimStart().startsWith("<") && pageStart.test(draft.slice(0, longestPreface));
}

class MarkupReader implements HtmlHandler {
  readonly isDone = false;
  private readonly pieces: string[] = [];
  private readonly isPage: boolean;
  private readonly lastClosing = new Map<string, number>();
  /** Up to here the draft is written. */
  private at = 0;
  /** Whether nothing is seen yet on the line; then blanks stand for markup, as they do before any line. */
  private isLineEmpty = true;
  /** A line that begins with a block of HTML; in a draft of lines only such a line is broken by tags. */
  private isHtmlLine = false;
  private hidden: { readonly name: string; depth: number } | undefined;
  private isTitle = false;
  /** Pieces before this one belong to earlier lines. */
  private lineStart = 0;
  /** Ends with the block that it stands in, closed or not: a link left open must not hide the rest of the page. */
  private isLink = false;
  /** What is seen of the line so far: only words that lead elsewhere, others, or a heading's. */
  private line: "empty" | "link" | "words" = "empty";

  constructor(private readonly draft: string) {
    this.isPage = isPage(draft);
    for (const { 1: name, index } of draft.matchAll(/<\/([a-z]+)/gi)) this.lastClosing.set((name ?? "").toLowerCase(), index);
  }

  open({ name, start, end, attributes }: HtmlTag): void {
    this.passTo(start);
    if (name === "a") this.isLink = attributes.has("href");
    if (name === "body") this.hidden = undefined;
    if (this.hidden !== undefined) this.openHidden(name, end);
    else if (this.isPage && hiddenTags.has(name) && (this.lastClosing.get(name) ?? -1) > start) this.hide(name, end);
    else if (name === "br" || name === "hr") this.endLine(end);
    else if (blocks.has(name)) this.openBlock(name, end);
    else this.fill(end);
  }

  close(name: string, start: number, end: number): void {
    this.passTo(start);
    if (name === "title") this.isTitle = false;
    if (name === "a" || blocks.has(name)) this.isLink = false;
    if (name === this.hidden?.name && --this.hidden.depth === 0) this.hidden = undefined;
    if (this.hidden === undefined && blocks.has(name) && (this.isPage || this.isHtmlLine)) this.endLine(end);
    else this.fill(end);
  }

  text(start: number, end: number, said?: string): void {
    this.passTo(start);
    if (this.hidden !== undefined && !this.isTitle) this.fill(end);
    else if (said !== undefined) this.say(said === "\u00a0" ? " " : said, end);
    else if (this.isPage) this.flow(end);
    else this.keep(end);
    if (this.isLineEmpty) return;
    if (!this.isLink) this.line = "words";
    else if (this.line === "empty") this.line = "link";
  }

  finish(): string {
    this.passTo(this.draft.length);
    return this.pieces.join("");
  }

  /** What the tokenizer does not tell of: comments and declarations. Those of our own stay, and so does all of a draft of lines. */
  private passTo(offset: number): void {
    if (offset <= this.at) return;
    if (this.isPage && !this.draft.startsWith("<!-- nianbao-", this.at)) this.fill(offset);
    else this.keep(offset);
  }

  private openHidden(name: string, end: number): void {
    if (name === this.hidden?.name) this.hidden.depth++;
    this.isTitle = name === "title" && this.hidden?.name === "head";
    if (this.isTitle) this.begin(end, titleMark);
    else this.fill(end);
  }

  private hide(name: string, end: number): void {
    this.hidden = { name, depth: 1 };
    this.begin(end, "");
  }

  private openBlock(name: string, end: number): void {
    if (this.isLineEmpty) this.isHtmlLine = true;
    if (!this.isPage && !this.isHtmlLine) this.fill(end);
    else this.begin(end, "#".repeat(Math.min(3, Number(/^h([1-6])$/.exec(name)?.[1] ?? 0))));
  }

  /** The tag begins the line; where text stands before it, its bracket is the end of that. */
  private begin(end: number, mark: string): void {
    if (!this.isLineEmpty) this.leaveLine();
    this.write(`${this.isLineEmpty ? "" : "\n"}${mark}`.padEnd(end - this.at).slice(0, end - this.at), end);
    if (mark !== "") this.line = "words";
    this.isHtmlLine = true;
  }

  /** A line of a page that is a link and nothing else leads elsewhere. */
  private leaveLine(): void {
    if (this.isPage && this.line === "link") for (let i = this.lineStart; i < this.pieces.length; i++) this.pieces[i] = (this.pieces[i] ?? "").replace(/[^\r\n]/g, " ");
    this.lineStart = this.pieces.length;
    this.line = "empty";
  }

  /** The last character of the tag ends the line. In a table of pipes a break is part of a cell, and the reader of such tables knows it. */
  private endLine(end: number): void {
    if (!this.isPage && !this.isHtmlLine) return this.keep(end);
    this.fill(end - 1);
    this.leaveLine();
    this.write("\n", end);
    this.isHtmlLine = true;
  }

  private fill(end: number): void {
    if (end > this.at) this.write((this.isLineEmpty ? " " : filler).repeat(end - this.at), end);
  }

  private say(said: string, end: number): void {
    this.write(said.slice(0, end - this.at).padEnd(end - this.at, filler), end);
  }

  /** Text of a page: a line end in it is a blank, and between two ideographs nothing. */
  private flow(end: number): void {
    const text = this.draft.slice(this.at, end);
    const isBetweenBlocks = this.isLineEmpty && this.line === "empty" && text.trim() === "";
    this.write(isBetweenBlocks ? text : text.replace(/[ \t]*[\r\n]\s*/g, (run, at: number) => this.joined(text, run, at)), end);
  }

  private joined(text: string, run: string, at: number): string {
    if (at === 0 && this.isLineEmpty) return " ".repeat(run.length);
    const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + run.length)];
    return before < 0x2e80 && after < 0x2e80 ? " ".repeat(run.length) : filler.repeat(run.length);
  }

  private keep(end: number): void {
    this.write(this.draft.slice(this.at, end), end);
  }

  private write(piece: string, end: number): void {
    this.pieces.push(piece);
    this.at = end;
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      if (code === 0x0a || code === 0x0d) [this.isLineEmpty, this.isHtmlLine] = [true, this.isHtmlLine && this.isPage];
      else if (!isSpace(code) && code !== 0x23) this.isLineEmpty = false;
    }
  }
}
