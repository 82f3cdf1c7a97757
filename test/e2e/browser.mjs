// A headless Chromium that can reach nothing but this machine.
import { chromium } from "playwright-core";
import { ensureChromium } from "../../scripts/chromium.mjs";

const offline = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const onlyLoopback = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost";

export function launchBrowser() {
  return chromium.launch({ executablePath: ensureChromium(), headless: true, args: [...offline, onlyLoopback] });
}
