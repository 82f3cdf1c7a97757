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
  }

  static async open(browser, address, viewport = { width: 1120, height: 700 }) {
    const window = new Window(await browser.newPage({ viewport, deviceScaleFactor: 1.5 }));
    await window.page.goto(address);
    await window.page.locator(".tab.active").waitFor({ timeout: 60_000 });
    await window.editor.locator(".view-line").first().waitFor();
    return window;
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

/** VS Code counts columns as they are seen: a Chinese character takes two. */
function visibleWidth(text) {
  return [...text].reduce((width, character) => width + (/[\u2e80-\ud7af\uf900-\ufaff\uff01-\uff5e]/.test(character) ? 2 : 1), 0);
}
