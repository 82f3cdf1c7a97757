// The readings of the characters, without tones.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinyin } from "pinyin-pro";
import { constant, header } from "./emit.mjs";
import { dictionary } from "./opencc.mjs";

const manifest = join(dirname(fileURLToPath(import.meta.resolve("pinyin-pro"))), "../../package.json");

// The rows of GB 2312: its first level is the 3,755 characters in common use, its second the rarer ones.
const firstLevel = [0xb0, 0xd7];
const secondLevel = [0xd8, 0xf7];

export async function pinyinFile() {
  const { common, other } = await readings();
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  return header([
    `From pinyin-pro ${version} (MIT) for the characters of GB 2312, and for those of Big5's first level that have no Simplified form.`,
    "Syllable by syllable, without tones: the syllable, then the characters that are read so.",
  ]) + constant("commonReadings", "The usual reading of each character in common use (GB 2312, first level).", table(common)) +
    constant("otherReadings", "Their other readings, and all readings of the rarer characters.", table(other));
}

export async function readings() {
  const folded = new Map(await dictionary("TSCharacters"));
  const usual = decode("gbk", firstLevel);
  const rare = decode("gbk", secondLevel);
  const known = new Set([...usual, ...rare]);
  const traditional = decode("big5", [0xa4, 0xc6]).filter((c) => !known.has(c));
  const common = new Map();
  const other = new Map();
  for (const character of usual) {
    const [first, ...rest] = syllables(character);
    add(common, first, character);
    for (const syllable of rest) add(other, syllable, character);
  }
  for (const character of [...rare, ...traditional]) {
    for (const syllable of syllables(character)) if (!isReading(syllable, folded.get(character), common, other)) add(other, syllable, character);
  }
  return { common, other };
}

/** A Traditional character is looked up by its Simplified form first, so it needs only the readings that this has not. */
function isReading(syllable, character, ...tables) {
  return character !== undefined && tables.some((table) => table.get(syllable)?.includes(character));
}

function syllables(character) {
  const found = pinyin(character, { multiple: true, type: "array", toneType: "none" });
  return [...new Set(found.map((syllable) => syllable.normalize("NFC")))].filter((syllable) => /^[a-zêü]+$/.test(syllable));
}

function add(table, syllable, character) {
  if (syllable === undefined) return;
  table.set(syllable, (table.get(syllable) ?? "") + character);
}

function table(readings) {
  return [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => syllable + characters).join(" ");
}

function decode(encoding, [first, last]) {
  const decoder = new TextDecoder(encoding);
  const found = [];
  for (let high = first; high <= last; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (encoding === "gbk" && low < 0xa1) continue;
      const character = decoder.decode(new Uint8Array([high, low]));
      if (/^[\u4e00-\u9fff]$/.test(character)) found.push(character);
    }
  }
  return [...new Set(found)];
}
