// Writes what is made from other things of the tree or of packages:
//   server/src/core/text/script/*.generated.ts   script tables, from the dictionaries of opencc-js and pinyin-pro
//   server/src/core/forms/initials.generated.ts   pinyin initials of the official labels, from pinyin-pro
//   package.json, config.schema.json             the rules that can be set, from the rules
//   docs/rules/README.md, both READMEs            the tables of rules, from the rules
//
//   node scripts/generate.mjs           write them
//   node scripts/generate.mjs --check   exit 1 when a file on disk differs from what would be written
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hanFile } from "./generate/han.mjs";
import { initialsFile } from "./generate/initials.mjs";
import { pinyinFile } from "./generate/pinyin.mjs";
import { residuesFile } from "./generate/residues.mjs";
import { ruleTables } from "./generate/ruleTables.mjs";
import { settingsFiles } from "./generate/settings.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const tables = "server/src/core/text/script";
const files = {
  [`${tables}/han.generated.ts`]: await hanFile(),
  [`${tables}/pinyin.generated.ts`]: await pinyinFile(),
  [`${tables}/residues.generated.ts`]: residuesFile(),
  "server/src/core/forms/initials.generated.ts": initialsFile(),
  ...(await settingsFiles(root)),
  ...(await ruleTables(root)),
};

const stale = Object.entries(files).filter(([name, text]) => !existsSync(join(root, name)) || readFileSync(join(root, name), "utf8") !== text);
for (const [name, text] of stale) {
  if (process.argv.includes("--check")) console.error(`stale: ${name} (run npm run generate)`);
  else writeFileSync(join(root, name), text);
}
if (process.argv.includes("--check") && stale.length > 0) process.exit(1);
