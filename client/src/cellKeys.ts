// The keys of a table in the order in which they were pressed, as in a spreadsheet: moves the cursor at once, and takes what has been typed
// meanwhile into the cell that it was meant for. What was meant, lateKeys.ts says.
import { commands, Range, Selection, TextEditorSelectionChangeKind, window, workspace, type Disposable, type Position, type TextDocumentChangeEvent, type TextEditor, type TextEditorSelectionChangeEvent } from "vscode";
import { changesOf, type CellWays } from "./cellWay.js";
import { keyOf, MeantText, stopAt, wordsOf, type Change, type Key, type Place, type Step } from "./lateKeys.js";

interface Pressed {
  readonly key: Key;
  /** Not told before the way is known. */
  hasGone?: boolean;
}

/** Rounds without another key after which a window that does not do as it is told is left alone. */
const mostRounds = 8;

/** From a step until the window is where the keys have led. */
interface Burst {
  readonly editor: TextEditor;
  readonly lines: readonly string[];
  readonly origin: Selection;
  /** Pressed before the way was known. */
  readonly early: Pressed[];
  meant?: MeantText | undefined;
  /** Counts the keys, to know whether another one has come. */
  keys: number;
  /** Where the last key has left the cursor in the window. */
  typedTo?: Position | undefined;
  /** Whether there is something in a cell that it was not meant for. */
  isLate: boolean;
  /** What we are writing ourselves. */
  writing?: readonly Change[];
  settled: Promise<void>;
}

export class CellKeys implements Disposable {
  private burst: Burst | undefined;
  private readonly watches: readonly Disposable[];

  constructor(private readonly ways: CellWays) {
    this.watches = [workspace.onDidChangeTextDocument((event) => this.changed(event)), window.onDidChangeTextEditorSelection((event) => this.selected(event))];
  }

  /**
   * Goes one step. @returns whether the step has been gone, once everything typed so far is in its cell; false where the server has to
   * say what the step means
   */
  async press(step: Step): Promise<boolean> {
    const editor = window.activeTextEditor;
    if (editor === undefined || editor.document.languageId !== "nianbao") return false;
    const burst = this.burst?.editor === editor ? this.burst : this.begin(editor);
    const pressed = take(burst, { step });
    if (pressed.hasGone === true) show(burst);
    await burst.settled;
    return pressed.hasGone === true;
  }

  dispose(): void {
    for (const watch of this.watches) watch.dispose();
  }

  private begin(editor: TextEditor): Burst {
    const { document, selection } = editor;
    const lines = Array.from({ length: document.lineCount }, (_, line) => document.lineAt(line).text);
    const burst: Burst = { editor, lines, origin: selection, early: [], keys: 0, isLate: false, settled: Promise.resolve() };
    this.burst = burst;
    burst.meant = this.meantAt(burst);
    // Begun in the next turn, when the first step has been taken.
    burst.settled = Promise.resolve().then(() => this.settle(burst)).finally(() => this.end(burst));
    return burst;
  }

  private end(burst: Burst): void {
    if (this.burst === burst) this.burst = undefined;
  }

  private meantAt({ editor: { document }, lines, origin }: Burst): MeantText | undefined {
    const stops = this.ways.stopsAt(document, origin.active);
    const { line, character } = origin.active;
    const at = stopAt(stops ?? [], lines[line] ?? "", line, character);
    if (stops === undefined || at === -1) return undefined;
    const place = origin.isSingleLine ? { line, start: origin.start.character, end: origin.end.character } : { line, start: character, end: character };
    return new MeantText(lines, stops, at, place);
  }

  /** Until the window has nothing more to tell: what was meant is written, the cursor in its place. */
  private async settle(burst: Burst): Promise<void> {
    if (burst.meant === undefined) await this.catchUp(burst);
    for (let rounds = 0, keys = -1; rounds < mostRounds && this.burst === burst && window.activeTextEditor === burst.editor; rounds++) {
      const changes = changesIn(burst);
      if (changes === undefined || (changes.length === 0 && keys === burst.keys && isThere(burst))) return;
      if (keys !== burst.keys) rounds = 0;
      keys = burst.keys;
      if (changes.length > 0) await write(burst, changes);
      if (this.burst === burst && (changes.length > 0 || !isThere(burst))) show(burst);
      await seenByWindow();
    }
  }

  /** A way that was not known is fetched, and gone with the keys that were pressed meanwhile. */
  private async catchUp(burst: Burst): Promise<void> {
    await this.ways.prepare(burst.editor.document, burst.origin.active);
    burst.meant = this.meantAt(burst);
    for (const pressed of burst.early) pressed.hasGone = burst.meant?.press(pressed.key) === true;
  }

  private changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const { burst } = this;
    if (burst?.editor.document !== document || contentChanges.length === 0) return;
    const changes = changesOf(contentChanges);
    if (changes !== undefined && isOwn(burst, changes)) return look(burst);
    const [change, ...others] = changes ?? [];
    const key = change === undefined || others.length > 0 || reason !== undefined ? undefined : keyOf(change);
    if (change === undefined || key === undefined || isCompletion(burst, change)) return this.end(burst);
    burst.typedTo = contentChanges[0]?.range.start.translate(0, change.text.length);
    take(burst, key);
    look(burst);
  }

  /** Whoever moves the cursor himself knows where he is. */
  private selected({ textEditor, kind, selections: [first, ...others] }: TextEditorSelectionChangeEvent): void {
    const { burst } = this;
    if (burst?.editor !== textEditor || (kind !== TextEditorSelectionChangeKind.Mouse && kind !== TextEditorSelectionChangeKind.Keyboard)) return;
    const isTyped = kind === TextEditorSelectionChangeKind.Keyboard && others.length === 0 && first?.isEmpty === true && burst.typedTo?.isEqual(first.active) === true;
    if (!isTyped) this.end(burst);
  }
}

function take(burst: Burst, key: Key): Pressed {
  burst.keys++;
  if (burst.meant !== undefined) return { key, hasGone: burst.meant.press(key) };
  const pressed = { key };
  burst.early.push(pressed);
  return pressed;
}

function look(burst: Burst): void {
  burst.isLate = changesIn(burst)?.length !== 0;
}

function changesIn({ meant, editor: { document } }: Burst): readonly Change[] | undefined {
  return meant?.changes(document.lineCount, (line) => document.lineAt(line).text);
}

function isOwn(burst: Burst, changes: readonly Change[]): boolean {
  const { writing } = burst;
  const isSame = writing?.length === changes.length && writing.every((one) => changes.some(({ line, start, end, text }) => line === one.line && start === one.start && end === one.end && text === one.text));
  if (isSame) delete burst.writing;
  return isSame;
}

/** What replaces digits that have just been typed, in their very cell, is no key. */
function isCompletion({ meant, isLate, editor: { document } }: Burst, { line, start, end, text }: Change): boolean {
  const { stop, place } = meant ?? {};
  if (isLate || text === "" || start === end || stop === undefined || place === undefined || place.start !== place.end) return false;
  return stopAt([stop], document.lineAt(line).text, line, start) === 0;
}

/** One edit without undo stops: undone together with the keys that it puts in their places. Fails where another key was quicker. */
async function write(burst: Burst, changes: readonly Change[]): Promise<void> {
  burst.writing = changes;
  const options = { undoStopBefore: false, undoStopAfter: false };
  await burst.editor.edit((builder) => {
    for (const change of changes) {
      if (change.start === change.end) builder.insert(rangeOf(change).start, change.text);
      else builder.replace(rangeOf(change), change.text);
    }
  }, options);
  delete burst.writing;
}

function show(burst: Burst): void {
  const range = target(burst);
  if (range === undefined) return;
  burst.editor.selection = new Selection(range.start, range.end);
  burst.editor.revealRange(range);
}

function isThere(burst: Burst): boolean {
  const range = target(burst);
  return range === undefined || burst.editor.selection.isEqual(range);
}

/** Where the text is not yet as it was meant: the words of the cell that there are. */
function target({ meant, editor: { document } }: Burst): Range | undefined {
  if (meant?.stop === undefined) return undefined;
  const { line } = meant.place;
  const { text } = document.lineAt(line);
  const place = meant.isLine(line, text) ? meant.place : wordsOf(text, meant.stop);
  return place === undefined ? undefined : rangeOf(place);
}

function rangeOf({ line, start, end }: Place): Range {
  return new Range(line, start, line, end);
}

/** The window answers in turn: after this it has done all that it was told before, and we have heard of all that it did until then. */
async function seenByWindow(): Promise<void> {
  await commands.executeCommand("setContext", "nianbao.cellKeys", true);
}
