// How long the script rules take: `node bench/script.mjs`. Run by hand; never a test, since times differ between machines.
// Growth is what matters: the second column is for a text ten times as long and should be about ten times the first.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(root, ".cache/bench-script.mjs");
const script = (name) => JSON.stringify(join(root, "server/src/core/text/script", `${name}.ts`));
await build({
  stdin: { contents: ["profile", "pinyin", "compatibility", "invisible", "mask"].map((name) => `export * from ${script(name)};`).join("\n") + `export { fold } from ${JSON.stringify(join(root, "server/src/core/text/fold.ts"))};`, resolveDir: root, loader: "ts" },
  bundle: true, format: "esm", platform: "node", outfile: bundle, logLevel: "warning",
});
const { scriptProfile, traditionalRuns, pinyinAnnotations, lookalikes, invisibles, unmasked, fold } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const texts = {
  "Simplified, 10 KB": repeat("本年度，全县各级行政机关认真贯彻落实条例，规范办理流程(一)，收到申请12件，制度体系、干部面貌焕然一新。\n", 3400),
  "Traditional with pinyin, 10 KB": repeat("本年度,全縣(xiàn)各級行政機關(guān)認真貫徹落實條例,規(guī)范辦理流程,收到申請12件,關系制度干部面貌后續于民。\n", 3400),
  "hostile: 務(務(務(": repeat("務(", 3400),
  "hostile: 務(aaaa…": repeat(`務(${"a".repeat(60)}`, 3400),
  "hostile: @@@@": repeat("a@", 3400),
  "hostile: ((((": repeat("(", 3400),
};
const work = {
  profile: (text) => scriptProfile(text),
  runs: (text) => traditionalRuns(text),
  pinyin: (text) => pinyinAnnotations(text),
  lookalikes: (text) => lookalikes(text),
  invisibles: (text) => invisibles(text),
  masks: (text) => unmasked(text, [{ span: { start: 0, end: text.length } }]),
  "fold all lines": (text) => text.split("\n").map(fold),
};

const start = performance.now();
scriptProfile("務");
console.log(`tables built in ${(performance.now() - start).toFixed(2)} ms`);
for (const [name, text] of Object.entries(texts)) {
  console.log(name);
  for (const [label, run] of Object.entries(work)) console.log(`  ${label.padEnd(15)} ${time(run, text).toFixed(3)} ms  ${time(run, text.repeat(10)).toFixed(3)} ms`);
}

function time(run, text) {
  for (let i = 0; i < 20; i++) run(text);
  const rounds = 100;
  const from = performance.now();
  for (let i = 0; i < rounds; i++) run(text);
  return (performance.now() - from) / rounds;
}

function repeat(unit, length) {
  return unit.repeat(Math.ceil(length / unit.length));
}
