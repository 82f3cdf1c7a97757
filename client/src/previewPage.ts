import { Uri, type Webview } from "vscode";
import { displayLanguage } from "./messages.js";

/** The folder of everything that the page may load. */
export function pageFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist", "preview");
}

/** The page of a preview, still empty: one script, one style sheet, and nothing that leads out of the window. */
export function previewPage(webview: Webview, extensionUri: Uri, title: string): string {
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(pageFolder(extensionUri), name)).toString();
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  const language = displayLanguage();
  return `<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${file("preview.css")}">
</head>
<body>
<script nonce="${nonce}" src="${file("preview.js")}"></script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
