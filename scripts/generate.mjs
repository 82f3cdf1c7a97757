// Writes the script tables, server/src/core/text/script/*.generated.ts, from the dictionaries of opencc-js and pinyin-pro.
//
//   node scripts/generate.mjs           write them
//   node scripts/generate.mjs --check   exit 1 when a file on disk differs from what would be written
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { hanFile } from "./generate/han.mjs";
import { pinyinFile } from "./generate/pinyin.mjs";
import { residuesFile } from "./generate/residues.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "server/src/core/text/script");
const files = {
  "han.generated.ts": await hanFile(),
  "pinyin.generated.ts": await pinyinFile(),
  "residues.generated.ts": await residuesFile(),
};

const stale = Object.entries(files).filter(([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), "utf8") !== text);
for (const [name, text] of stale) {
  if (process.argv.includes("--check")) console.error(`stale: ${relative(root, join(folder, name))} (run npm run generate)`);
  else writeFileSync(join(folder, name), text);
}
if (process.argv.includes("--check") && stale.length > 0) process.exit(1);
