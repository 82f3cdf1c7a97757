// The page of a rule, with what the form says and examples. It comes with the extension: offices often have no way to the internet.
import { Uri, commands, type ExtensionContext } from "vscode";

/** What the client says to the server in `initialize`, so that it offers the pages. */
export const opensRulePages = { rulePages: true };

/** Called by quick fixes only, with the code of a rule. */
export async function explainRule({ extensionUri }: ExtensionContext, code: unknown): Promise<void> {
  if (typeof code !== "string" || !/^[a-z-]+$/.test(code)) throw new TypeError(`nianbao.explainRule: ${String(code)}`);
  await commands.executeCommand("markdown.showPreview", Uri.joinPath(extensionUri, "docs", "rules", `${code}.md`));
}
