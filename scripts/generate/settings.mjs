// The list of rules in the settings: editors complete codes and show what each is about. From the rules themselves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const severities = ["error", "warning", "information", "hint", "off"];

/** package.json and config.schema.json with a property for each rule. The schema suggests only: what is wrong in a configuration the server says, also while nobody has it open, and once. `root` is the top of the tree. */
export async function settingsFiles(root) {
  const infos = await ruleInfos(root);
  return {
    "package.json": changed(root, "package.json", 2, (manifest) => {
      manifest.contributes.configuration.properties["nianbao.rules"].properties = ruleProperties(infos, { type: "string", enum: severities });
    }),
    "server/schemas/config.schema.json": changed(root, "server/schemas/config.schema.json", 2, (schema) => {
      schema.properties.rules.properties = ruleProperties(infos, { examples: severities });
    }),
  };
}

export async function ruleInfos(root) {
  const { outputFiles } = await build({ entryPoints: [join(root, "server/src/core/index.ts")], bundle: true, format: "esm", write: false, logLevel: "warning" });
  const { ruleInfos } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return ruleInfos;
}

function ruleProperties(infos, values) {
  const described = infos.map(({ code, summary }) => [code, { description: `${summary.zh} / ${summary.en}`, ...values }]);
  return Object.fromEntries(described.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changed(root, file, indent, change) {
  const value = JSON.parse(readFileSync(join(root, file), "utf8"));
  change(value);
  return `${JSON.stringify(value, undefined, indent)}\n`;
}
