// A headless Chromium that can reach nothing but this machine.
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.mjs";
import { root } from "../../scripts/prepare.mjs";

const offline = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const onlyLoopback = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost";

export function launchBrowser() {
  const env = { ...process.env, FONTCONFIG_FILE: join(root, "test/e2e/fonts.conf") };
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args: [...offline, onlyLoopback], env });
}
