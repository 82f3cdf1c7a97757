// What a person does in a VS Code window, as methods. Each waits for what it has brought about to be on the screen.

/** How the window looks in tests and in the pictures of the README: light, no minimap, a font whose Chinese characters are two digits wide. */
export const looks = {
  "breadcrumbs.enabled": false,
  "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
  "editor.fontSize": 15,
  "editor.hover.delay": 100,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  // In a browser VS Code saves by itself, which would take the point out of testing the key.
  "files.autoSave": "off",
  "nianbao.language": "zh",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
};

const usualSize = { width: 1120, height: 700 };

export class Window {
  constructor(page) {
    this.page = page;
    /** What the browser has refused because of a content security policy. VS Code itself gives no cause. */
    this.violations = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) this.violations.push(message.text());
    });
    this.keyboard = page.keyboard;
    this.editor = page.locator(".editor-group-container.active .monaco-editor").first();
    this.squiggles = page.locator("[class*=squiggly-]");
    this.hover = page.locator(".monaco-hover:visible", { hasText: "nianbao" });
    this.problems = page.locator(".markers-panel .monaco-list-row");
    this.menu = page.locator(".action-widget .monaco-list-row.action");
    this.quickPick = page.locator(".quick-input-widget .monaco-list-row");
    this.suggestions = page.locator(".suggest-widget.visible .monaco-list-row");
    this.highlights = page.locator(".cdr.wordHighlight, .cdr.wordHighlightStrong, .cdr.wordHighlightText");
  }

  static async open(browser, address) {
    const window = new Window(await browser.newPage({ viewport: usualSize, deviceScaleFactor: 1.5 }));
    await window.page.goto(address);
    await window.page.locator(".tab.active").waitFor({ timeout: 60_000 });
    await window.editor.locator(".view-line").first().waitFor();
    return window;
  }

  async resize(size = usualSize) {
    await this.page.setViewportSize(size);
  }

  /** Opens a file of the workspace by its name. A window that has just opened may not have found its files yet: hence several attempts. */
  async openFile(name) {
    const entry = this.quickPick.filter({ hasText: name }).first();
    for (let attempt = 0; attempt < 8 && !(await entry.isVisible()); attempt++) {
      await this.keyboard.press("Escape");
      await this.keyboard.press("Control+P");
      await this.page.locator(".quick-input-widget input").fill(name);
      await entry.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await this.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.page.locator(".monaco-editor.focused").waitFor();
  }

  async closeFile() {
    const tab = this.page.locator(".tab.active");
    const name = await tab.innerText();
    await tab.click({ button: "middle" });
    await this.page.locator(".tab", { hasText: name.trim() }).waitFor({ state: "detached" });
  }

  /** The whole text anew, as if it had been pasted. */
  async writeAll(text) {
    await this.focusEditor();
    await this.keyboard.press("Control+A");
    await this.keyboard.insertText(text);
  }

  /** The line of the editor on the screen that has this text. */
  lineWith(text) {
    return this.editor.locator(".view-line").filter({ hasText: spaced(text) }).first();
  }

  /** Answers a question of the quick input: waits until it is asked, then takes the entry of that name. */
  async pick(question, answer) {
    await this.page.locator(".quick-input-widget", { hasText: question }).waitFor();
    await this.quickPick.filter({ has: this.page.locator(".label-name", { hasText: answer }) }).first().click();
  }

  /**
   * Points at the last place in a line that has this text, and waits for a hover that says these words.
   * @returns the hover
   */
  async hoverText(text, line, words) {
    await this.moveAway();
    const box = await this.lineWith(line).evaluate(placeOfText, text);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    const hover = this.page.locator(".monaco-hover:visible", { hasText: words }).first();
    await hover.waitFor();
    return hover;
  }

  /** To where there is nothing to be told: the middle of the status bar. */
  async moveAway() {
    const { width, height } = this.page.viewportSize();
    await this.page.mouse.move(width / 2, height - 6);
    await this.page.locator(".monaco-hover:visible").waitFor({ state: "hidden" });
  }

  /** @param line from 1  @param before the text of that line before the cursor */
  async goTo(line, before = "") {
    await this.focusEditor();
    await this.keyboard.press("Control+G");
    await this.page.locator(".quick-input-widget input").fill(`:${line}:${visibleWidth(before) + 1}`);
    await this.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await this.page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
  }

  async focusEditor() {
    await this.keyboard.press("Control+1");
    await this.page.locator(".monaco-editor.focused").waitFor();
  }

  async overwrite(length, text) {
    for (let typed = 0; typed < length; typed++) await this.keyboard.press("Shift+ArrowRight");
    await this.keyboard.type(text);
  }

  async deleteLine() {
    await this.keyboard.press("Control+Shift+K");
  }

  async hoverOver(squiggle) {
    const box = await placeOf(squiggle);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 4 });
    await this.hover.first().waitFor();
    return this.hover.first().innerText();
  }

  async closeSideBar() {
    await this.keyboard.press("Control+B");
    await this.page.locator(".explorer-folders-view").waitFor({ state: "hidden" });
  }

  /** Go to Symbol, with a name typed in: waits until the list offers a symbol of that name. */
  async findSymbol(name) {
    await this.keyboard.press("Control+Shift+O");
    await this.quickPick.first().waitFor();
    await this.keyboard.insertText(name);
    await this.quickPick.filter({ hasText: name }).first().waitFor();
  }

  async closeQuickPick() {
    await this.keyboard.press("Escape");
    await this.quickPick.first().waitFor({ state: "hidden" });
  }

  /** The Outline view alone in the side bar. */
  async openOutline() {
    await this.keyboard.press("Control+Shift+E");
    await this.page.locator(".pane-header.expanded").first().click();
    await this.page.locator(".pane-header", { hasText: "Outline" }).click();
  }

  async openProblems() {
    await this.keyboard.press("Control+Shift+M");
    await this.page.locator(".markers-panel").waitFor();
  }

  /** Opens the menu at the cursor. While other extensions are still registering, the key finds nothing: hence several attempts. */
  async openQuickFixes(title) {
    const entry = this.menu.filter({ hasText: title }).first();
    for (let attempt = 0; attempt < 8; attempt++) {
      await this.keyboard.press("Control+.");
      await entry.waitFor({ timeout: 3000 }).catch(() => undefined);
      if (await entry.isVisible()) return entry;
    }
    throw new Error(`no quick fix “${title}”; offered: ${(await this.menu.allInnerTexts()).join(" | ")}`);
  }

  /** The draft as it is on the disk. A window that is loaded again now and then brings back a state from before the last save. */
  async revert() {
    await this.focusEditor();
    await this.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input").waitFor();
    await this.keyboard.insertText("File: Revert File");
    await this.quickPick.filter({ hasText: "Revert File" }).first().waitFor();
    await this.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await this.page.locator(".tab.active.dirty").waitFor({ state: "hidden" });
  }

  async save() {
    await this.keyboard.press("Control+S");
    await this.page.locator(".tab.active.dirty").waitFor({ state: "hidden" });
  }
}

/** While findings come in, the underline is drawn anew; in between it has no place. */
async function placeOf(element) {
  for (;;) {
    await element.waitFor();
    const box = await element.boundingBox();
    if (box !== null) return box;
  }
}

/** An editor prints blanks as no-break spaces. */
function spaced(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s"));
}

/** Runs in the window: where the text stands within a line of the editor. */
function placeOfText(line, text) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const start = line.textContent.replaceAll("\u00a0", " ").lastIndexOf(text);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node.data;
    if (before <= start && start < before + length) range.setStart(node, start - before);
    if (before < start + text.length && start + text.length <= before + length) range.setEnd(node, start + text.length - before);
    before += length;
  }
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x, y, width, height };
}

/** VS Code counts columns as they are seen: a Chinese character takes two. */
function visibleWidth(text) {
  return [...text].reduce((width, character) => width + (/[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e]/.test(character) ? 2 : 1), 0);
}
