// Which cell a key was meant for. Digits go into the window at once, while the cursor moves by way of the extension host: what is typed
// right behind a Tab still falls into the cell before. But keys arrive here in the order in which they were pressed, so the text that they
// were meant to give can be told from them alone. Knows nothing of VS Code; cellKeys.ts puts the text right.

/** A cell of a table with pipes, as the server has it in service/cellAt.ts. */
export interface CellStop {
  readonly line: number;
  /** Pipes before the cell in its line, and in the whole line. */
  readonly pipes: number;
  readonly of: number;
  /** Indices of the stops below and above in the same column. */
  readonly below?: number;
  readonly above?: number;
}

export type Step = "next" | "previous" | "below" | "above";

/** Characters from `start` to `end` of a line. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** `text` in the place of what stood there. */
export interface Change extends Place {
  readonly text: string;
}

export type Key = { readonly step: Step } | { readonly typed: string } | { readonly erased: true };

/** The stop that a character of a line is in; -1 where it is in none, or the line has other cells than it had. */
export function stopAt(stops: readonly CellStop[], text: string, line: number, character: number): number {
  const [pipes, of] = [pipesIn(text.slice(0, character)), pipesIn(text)];
  return stops.findIndex((stop) => stop.line === line && stop.pipes === pipes && stop.of === of);
}

/** What stands between two pipes without the blanks around it; in a blank cell the place behind the first blank. */
export function wordsOf(text: string, { line, pipes, of }: CellStop): Place | undefined {
  const cells = text.split("|");
  if (cells.length !== of + 1) return undefined;
  const start = cells.slice(0, pipes).reduce((sum, cell) => sum + cell.length + 1, 0);
  const cell = cells[pipes] ?? "";
  const from = start + (cell.trim() === "" ? Math.min(1, cell.length) : cell.length - cell.trimStart().length);
  return { line, start: from, end: from + cell.trim().length };
}

/** The changes of one edit leave a way as it is if each is inside of one of its cells. @param lineAt the text after the edit */
export function keepsWay(stops: readonly CellStop[], changes: readonly Change[], lineAt: (line: number) => string): boolean {
  return changes.every((change) => {
    if (/[|\r\n]/.test(change.text)) return false;
    // Places are those before the edit: what else it has changed in this line moves them.
    const before = changes.filter((other) => other !== change && other.line === change.line && other.end <= change.start);
    const moved = before.reduce((sum, { text, start, end }) => sum + text.length - (end - start), 0);
    return stopAt(stops, lineAt(change.line), change.line, change.start + moved) !== -1;
  });
}

/** What a change of the text says of the key; undefined where it may be anything but a key that writes numbers: words of an input method, a completion, a paste. */
export function keyOf({ text, start, end }: Change): Key | undefined {
  if (text === "") return end > start ? { erased: true } : undefined;
  return isOfNumbers(text) ? { typed: text } : undefined;
}

export function isOfNumbers(text: string): boolean {
  return /^[0-9０-９.．,，%％/\-]{1,8}$/.test(text);
}

/** The text as it was meant, from the first step on. */
export class MeantText {
  private readonly lines: string[];
  private at: number;
  /** What the next digit replaces; empty where something has been typed. */
  place: Place;

  /** @param lines the text when the first key was pressed, the cursor in the stop `at` */
  constructor(lines: readonly string[], private readonly stops: readonly CellStop[], at: number, place: Place) {
    this.lines = [...lines];
    this.at = at;
    this.place = place;
  }

  get stop(): CellStop | undefined {
    return this.stops[this.at];
  }

  /** @returns false where the way ends, or is none: then the key has done nothing */
  press(key: Key): boolean {
    if ("step" in key) return this.step(key.step);
    const { line, start, end } = this.place;
    const from = "erased" in key && start === end ? this.lastTyped(start) : start;
    this.write({ line, start: from, end, text: "typed" in key ? key.typed : "" });
    return true;
  }

  /** Whether a line is as it was meant. */
  isLine(line: number, text: string): boolean {
    return this.lines[line] === text;
  }

  /** What has to change for the text to be as it was meant; undefined where something else than keys has been at work. */
  changes(lineCount: number, lineAt: (line: number) => string): Change[] | undefined {
    if (lineCount !== this.lines.length) return undefined;
    const all: Change[] = [];
    for (const [line, meant] of this.lines.entries()) {
      if (lineAt(line) === meant) continue;
      const [cells, wanted] = [lineAt(line).split("|"), meant.split("|")];
      if (cells.length !== wanted.length) return undefined;
      let start = 0;
      for (const [index, cell] of cells.entries()) {
        const text = wanted[index] ?? "";
        if (cell !== text) all.push(difference({ line, start, end: start + cell.length, text }, cell));
        start += cell.length + 1;
      }
    }
    return all;
  }

  private step(step: Step): boolean {
    const to = step === "next" ? this.at + 1 : step === "previous" ? this.at - 1 : this.stop?.[step];
    const stop = to === undefined ? undefined : this.stops[to];
    const place = stop === undefined ? undefined : wordsOf(this.lines[stop.line] ?? "", stop);
    if (to === undefined || place === undefined) return false;
    [this.at, this.place] = [to, place];
    return true;
  }

  /** Where the last character before the caret begins; no further than the words of the cell. */
  private lastTyped(caret: number): number {
    return /[^|\s]$/.test((this.lines[this.place.line] ?? "").slice(0, caret)) ? caret - 1 : caret;
  }

  private write({ line, start, end, text }: Change): void {
    const before = this.lines[line] ?? "";
    this.lines[line] = before.slice(0, start) + text + before.slice(end);
    this.place = { line, start: start + text.length, end: start + text.length };
  }
}

/** Only what differs, so that a cursor in the cell stays where it belongs. */
function difference({ line, start, end, text }: Change, before: string): Change {
  let same = 0;
  while (same < text.length && same < before.length && text[same] === before[same]) same++;
  let behind = 0;
  while (behind < text.length - same && behind < before.length - same && text.at(-1 - behind) === before.at(-1 - behind)) behind++;
  return { line, start: start + same, end: end - behind, text: text.slice(same, text.length - behind) };
}

function pipesIn(text: string): number {
  return text.split("|").length - 1;
}
