// Characters of which one script has one and the other several (后: 後 or 后). Such a character says nothing about the script
// of a text; the word that it stands in does. The words here are those of official prose; OpenCC has to agree with each.
import { Converter as FromTraditional } from "opencc-js/t2cn";
import { header } from "./emit.mjs";
import { openccVersion } from "./opencc.mjs";

// ~ is the character, 0 any digit.
const hosts = "关~ 由~ 对~ 至~ 属~ 等~ 位~ 便~ 用~ 处~ 基~ 鉴~ 善~ 敢~ 大~ 小~ 高~ 低~ 多~ 少~ 早~ 晚~ 优~ 利~ 在~ 出~ 源~ 限~ 忙~ 勇~ 乐~ 归~ 介~ 居~ 免~ 急~ 终~ 过~ 服务~ 致力~ 立足~ 落后~ 着眼~ 得益~ 倾向~ 有助~ 取决~ 濒~ 趋~ 易~ 均~ 应~ 已~ 将~ 并~ 始~ 建~ 设~ 止~ ~是 ~此 ~今 ~0";
// Left in a Simplified text: it may have the character (乾隆, 著名, 瞭望), but not in these words.
const inSimplified = {
  於于: hosts,
  徵征: "~收 ~求 ~集 ~地 ~用 ~询 ~文 ~兵 ~税 ~缴 ~迁 ~信 ~象 ~订 ~稿 ~管 ~拆 特~ 象~ 表~ 应~ 体~",
  乾干: "~净 ~旱 ~燥 ~果 ~部 ~预 ~涉 ~扰 饼~ 晒~ 烘~ 风~ 若~ 骨~",
  瞭了: "~解 明~",
  著着: "~力 ~手 ~眼 ~重 ~实 沿~ 随~ 绕~ 本~ 有~ 接~ 味~ 执~ 朝~ 带~ 看~ 标志~ 象征~ 顺~ 凭~",
  麼么: "什~ 怎~ 那~ 这~ 多~ 要~",
  夥伙: "~伴 合~ 同~ 团~",
  釐厘: "~清 ~米 ~定 公~ 毫~",
  氾泛: "~滥",
  祕秘: "~密 ~书 ~诀 神~",
  昇升: "提~ 上~ ~级 晋~",
  藉借: "~助 ~此 ~以 ~口",
  覆复: "答~ 批~ 回~ 函~ 反~ 重~ 申~",
};
// Words that keep the character and may stand beside one of the above: 有|著作.
const kept = {
  著: "~作 ~名 ~述 ~书 ~称 ~录 ~者 ~有 显~ 卓~ 编~ 论~ 专~ 名~ 原~ 土~ 昭~ 所~",
  藉: "慰~ 狼~ 枕~ 蕴~",
  覆: "~盖 颠~ 倾~ 翻~ ~灭",
  瞭: "~望",
  乾: "~坤 ~隆 ~安 ~县 ~元",
  徵: "~羽 角~ 魏~",
  麼: "幺~",
  於: "~潜 商~",
};

export function residuesFile() {
  return header([
    `From the words in scripts/generate/residues.mjs; opencc-js ${openccVersion} (OpenCC's dictionaries, Apache-2.0) agrees with each.`,
    "A line: the character, the form that it should have (itself: it is right as it stands), the words with ~ for the character and 0 for a digit.",
  ]) + table("toSimplified", "Traditional characters left in a Simplified text.", residues());
}

function table(name, comment, lines) {
  return `\n/** ${comment} */\nexport const ${name}: readonly string[] = [\n${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}\n];\n`;
}

function residues() {
  assertAgreed(inSimplified, FromTraditional({ from: "tw", to: "cn" }));
  return [...listedLines(inSimplified), ...keptLines(charactersOf(inSimplified))];
}

/** OpenCC must give each listed word the form that it is listed under. */
function assertAgreed(lists, convert) {
  for (const [[character, form], words] of Object.entries(lists).map(([pair, list]) => [[...pair], list.split(" ")])) {
    for (const word of words) {
      const converted = [...convert(word.replace("~", character))][word.indexOf("~")];
      if (converted !== form) throw new Error(`OpenCC makes ${word} with ${character} ${converted}, not ${form}`);
    }
  }
}

function listedLines(lists) {
  return Object.entries(lists).map(([pair, words]) => `${pair} ${words}`);
}

function keptLines(characters) {
  return [...new Set(characters)].filter((character) => kept[character] !== undefined).map((character) => `${character}${character} ${kept[character]}`);
}

function charactersOf(lists) {
  return Object.keys(lists).map(([character]) => character);
}
