// Builds every bundle of the product. `node esbuild.mjs [--production] [--watch]`
//
//   dist/client.js      VS Code client, desktop and remote     dist/web/client.js   the same in the browser
//   dist/server.js      language server, stdio and IPC         dist/web/server.js   the same as a Web Worker
//   dist/preview/       script and style sheet of the preview
//   dist/cli.js         command line                           dist/rules.json      the rule pages, for `explain`
//   dist/opencc-*.js    script conversion, loaded on first use (2 MB that a start should not pay for)
//   dist/docx.js        the writer of Word files, loaded on first use; both also under dist/web/
//   dist/THIRD-PARTY.txt  licences of the packages in the bundles
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "cjs",
  logLevel: "warning",
  metafile: true,
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
};
const node = { ...shared, platform: "node", target: "node20", mainFields: ["module", "main"] };
const web = { ...shared, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };
/** Bundles that are loaded on first use. */
const late = { "opencc-t2cn": "server/src/converter/toSimplified.ts", "opencc-cn2t": "server/src/converter/toTraditional.ts", docx: "server/src/docx/write.ts" };

/** Name, esbuild options. The name is also the file under dist/meta/ that the bundle tests read. */
const bundles = [
  ["client", { ...node, entryPoints: { client: "client/src/extension.ts" }, outdir: "dist", external: ["vscode"] }],
  ["web-client", { ...web, entryPoints: { client: "client/src/extension.browser.ts" }, outdir: "dist/web", external: ["vscode"] }],
  ["preview", { ...web, format: "iife", entryPoints: [{ in: "client/src/preview/main.ts", out: "preview" }, { in: "client/src/preview/preview.css", out: "preview" }], outdir: "dist/preview" }],
  ["server", { ...node, entryPoints: { server: "server/src/lsp/node.ts" }, outdir: "dist" }],
  ["web-server", { ...web, format: "iife", entryPoints: { server: "server/src/lsp/worker.ts" }, outdir: "dist/web" }],
  ["cli", { ...node, entryPoints: { cli: "server/src/cli/main.ts" }, outdir: "dist", banner: { js: "#!/usr/bin/env node" } }],
  ["late", { ...node, entryPoints: late, outdir: "dist" }],
  ["web-late", { ...web, format: "iife", globalName: "nianbaoBundle", entryPoints: late, outdir: "dist/web" }],
];

function writeRulePages() {
  const pages = {};
  for (const file of readdirSync(join(root, "docs/rules")).sort()) {
    if (file.endsWith(".md") && file !== "README.md") pages[basename(file, ".md")] = readFileSync(join(root, "docs/rules", file), "utf8");
  }
  writeFileSync(join(root, "dist/rules.json"), JSON.stringify(pages));
}

/** Packages that a package has put into its own files; npm installs them below it or beside it. */
const inlined = { "node_modules/docx": ["fflate", "nanoid"] };

function inlinedIn(folder) {
  return (inlined[folder] ?? []).map((name) => [`${folder}/node_modules/${name}`, `node_modules/${name}`].find((place) => existsSync(join(root, place))));
}

/** The licences of the packages that the bundles hold, as those licences ask. */
function writeLicences(metafiles) {
  const bundled = metafiles.flatMap((metafile) => Object.keys(metafile.inputs)).flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? []);
  const folders = new Set(bundled.flatMap((folder) => [folder, ...inlinedIn(folder)]));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file === undefined ? "" : readFileSync(join(root, folder, file), "utf8").trim()}\n`;
  });
  writeFileSync(join(root, "dist/THIRD-PARTY.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
}

function copyToServerPackage() {
  const target = join(root, "server/dist");
  mkdirSync(target, { recursive: true });
  for (const file of ["cli.js", "server.js", "opencc-t2cn.js", "opencc-cn2t.js", "docx.js", "rules.json", "THIRD-PARTY.txt"]) copyFileSync(join(root, "dist", file), join(target, file));
}

rmSync(join(root, "dist"), { recursive: true, force: true });
mkdirSync(join(root, "dist/meta"), { recursive: true });
writeRulePages();
if (watch) {
  for (const [, options] of bundles) await (await esbuild.context(options)).watch();
} else {
  const metafiles = await Promise.all(bundles.map(async ([name, options]) => {
    const { metafile } = await esbuild.build(options);
    writeFileSync(join(root, `dist/meta/${name}.json`), JSON.stringify(metafile));
    return metafile;
  }));
  writeLicences(metafiles);
  copyToServerPackage();
}
