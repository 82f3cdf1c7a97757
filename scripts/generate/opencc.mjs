// OpenCC's dictionaries as opencc-js ships them: pairs of source and target.
import { readFileSync } from "node:fs";

const manifest = new URL("../../package.json", import.meta.resolve("opencc-js/core"));
export const openccVersion = JSON.parse(readFileSync(manifest, "utf8")).version;

export async function dictionary(name) {
  const { default: text } = await import(`opencc-js/dict/${name}`);
  return text.split("|").map((entry) => entry.split(" "));
}
