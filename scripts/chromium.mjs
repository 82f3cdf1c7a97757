// The browser for the tests: one that is already here, else Debian's own package. Nothing is downloaded from a browser vendor.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "./prepare.mjs";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium, or installs it where apt-get can be used without a password.
 * @returns {string} path of the program
 */
export function ensureChromium() {
  const missing = [...(findChromium() === undefined ? ["chromium"] : []), ...(hasChineseFont() ? [] : ["fonts-noto-cjk"])];
  if (missing.length > 0) installDebianPackages(missing);
  const found = findChromium();
  if (found === undefined) throw new Error(howToInstall(["chromium", "fonts-noto-cjk"]));
  return found;
}

function findChromium() {
  return places.find((place) => place !== undefined && existsSync(place));
}

/** Without a Chinese font the tests still pass, but every screenshot is full of boxes. Only asked where fontconfig can answer. */
function hasChineseFont() {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return status !== 0 || stdout.trim() !== "";
}

function installDebianPackages(names) {
  const prefix = privilege();
  if (prefix === undefined) return;
  console.log(`正在安装 / Installing: ${names.join(" ")}`);
  const apt = (...args) => spawnSync([...prefix, "apt-get"][0], [...prefix, "apt-get", ...args].slice(1), { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...names);
}

/** How apt-get may be called: directly as root, by sudo if it asks no password, else not at all. */
function privilege() {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n"] : undefined;
}

function howToInstall(names) {
  return [
    `需要 Chromium 浏览器。Debian/Ubuntu 请运行：sudo apt-get install -y ${names.join(" ")}；其他系统请安装 Chrome，或用环境变量 CHROMIUM 指定其路径。`,
    `A Chromium browser is needed. On Debian or Ubuntu run: sudo apt-get install -y ${names.join(" ")}. Elsewhere install Chrome, or name its path in the variable CHROMIUM.`,
  ].join("\n");
}
