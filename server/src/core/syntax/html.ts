// The one place of the core that imports a package: htmlparser2's tokenizer, pure and made for broken HTML, gives places in the source.
import { Tokenizer } from "htmlparser2";

/** Tag names and attribute names are in lower case; offsets are those of the draft. */
export interface HtmlTag {
  readonly name: string;
  readonly start: number;
  /** Behind the closing bracket. */
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface HtmlHandler {
  /** Reading stops once this is true. */
  readonly isDone: boolean;
  open(tag: HtmlTag): void;
  close(name: string, start: number, end: number): void;
  /** `said` is what an entity stands for, undefined for plain text. */
  text(start: number, end: number, said?: string): void;
}

/** Tells the handler of the tags and texts in `[from, to)`, in linear time, whatever is left open there. */
export function readHtml(text: string, from: number, to: number, handler: HtmlHandler): void {
  const reader = new HtmlReader(text, from, handler);
  reader.read(text.slice(from, to));
}

class HtmlReader {
  private readonly tokenizer: Tokenizer;
  /** Behind what has been told last, as an offset into the part that is read: an entity begins there. */
  private last = 0;
  private name = "";
  private start = 0;
  private attribute = "";
  private value = "";
  private attributes = new Map<string, string>();

  constructor(
    private readonly source: string,
    private readonly base: number,
    private readonly handler: HtmlHandler,
  ) {
    const skip = (_start: number, end: number): void => this.passed(end + 1);
    this.tokenizer = new Tokenizer({}, {
      onopentagname: (start, end) => this.tagNamed(start, end),
      onattribname: (start, end) => this.attributeNamed(start, end),
      onattribdata: (start, end) => (this.value += this.slice(start, end)),
      onattribentity: (code) => (this.value += String.fromCodePoint(code)),
      onattribend: () => this.attributes.set(this.attribute, this.value),
      onopentagend: (end) => this.opened(end + 1),
      onselfclosingtag: (end) => this.opened(end + 1),
      onclosetag: (start, end) => this.closed(start, end),
      ontext: (start, end) => this.told(start, end),
      ontextentity: (code, end) => this.told(this.last, end, String.fromCodePoint(code)),
      oncomment: skip,
      oncdata: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      onend: () => undefined,
    });
  }

  read(part: string): void {
    this.tokenizer.write(part);
    if (!this.handler.isDone) this.tokenizer.end();
  }

  private slice(start: number, end: number): string {
    return this.source.slice(this.base + start, this.base + end);
  }

  private tagNamed(start: number, end: number): void {
    this.name = this.slice(start, end).toLowerCase();
    this.start = start - 1;
    this.attributes = new Map();
  }

  private attributeNamed(start: number, end: number): void {
    this.attribute = this.slice(start, end).toLowerCase();
    this.value = "";
  }

  private opened(end: number): void {
    this.handler.open({ name: this.name, start: this.base + this.start, end: this.base + end, attributes: this.attributes });
    this.passed(end);
  }

  private closed(start: number, end: number): void {
    // Up to its bracket the tokenizer passes over whatever else stands in a closing tag.
    const bracket = this.source.indexOf(">", this.base + end);
    const behind = bracket < 0 ? end : bracket - this.base + 1;
    this.handler.close(this.slice(start, end).toLowerCase(), this.base + start - 2, this.base + behind);
    this.passed(behind);
  }

  private told(start: number, end: number, said?: string): void {
    this.handler.text(this.base + start, this.base + end, said);
    this.passed(end);
  }

  private passed(end: number): void {
    this.last = end;
    if (this.handler.isDone) this.tokenizer.pause();
  }
}
