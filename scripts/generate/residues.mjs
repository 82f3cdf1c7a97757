// Characters of which one script has one and the other several (后: 後 or 后). Such a character says nothing about the script
// of a text; the word that it stands in does. The words here are those of official prose; OpenCC has to agree with each.
import { Converter as FromSimplified } from "opencc-js/cn2t";
import { Converter as FromTraditional } from "opencc-js/t2cn";
import { header } from "./emit.mjs";
import { dictionary, openccVersion } from "./opencc.mjs";

// Left in a Traditional text these are residues unless the word says otherwise: 后 is 後 but in 皇后.
const usually = "后征采几万云党种厂广无丰据确胜适愿虫坏价筑柜荐划叶么";

// These are names as well (范, 于, 余), or words of their own (制, 面, 里): only the words listed count. A surname follows a
// title (局長于…), so no word here ends in what a title ends in; what both scripts write at will (台, 布, 了解) is not here.
// ~ is the character, 0 any digit.
const hosts = "关~ 由~ 对~ 至~ 属~ 等~ 位~ 便~ 用~ 处~ 基~ 鉴~ 善~ 敢~ 大~ 小~ 高~ 低~ 多~ 少~ 早~ 晚~ 优~ 利~ 在~ 出~ 源~ 限~ 忙~ 勇~ 乐~ 归~ 介~ 居~ 免~ 急~ 终~ 过~ 服务~ 致力~ 立足~ 落后~ 着眼~ 得益~ 倾向~ 有助~ 取决~ 濒~ 趋~ 易~ 均~ 应~ 已~ 将~ 并~ 始~ 建~ 设~ 止~ ~是 ~此 ~今 ~0";
const inTraditional = {
  于於: hosts,
  范範: "规~ 示~ 模~ 防~ 典~ 风~ ~围 ~畴 ~例 ~本 师~学 师~生 师~大 师~院",
  准準: "标~ ~备 ~确 精~ 水~ ~则 ~时 对~ 瞄~ 基~ ~绳",
  制製: "~作 ~造 ~品 ~成 ~药 ~剂 ~图 ~表 研~ 印~ 绘~ 复~ 录~ 监~ 缝~ 配~ 特~ 调~",
  系係: "关~ ~数",
  系繫: "联~ 维~ 心~",
  面麵: "~粉 ~包 ~条 ~食 ~馆 拉~ 挂~",
  里裡: "这~ 那~ 哪~ 家~ 心~ 手~ 眼~ 夜~ 屋~ ~面",
  干幹: "~部 ~事 ~劲 ~线 ~警 ~群 骨~ 主~ 实~ 能~ 才~ 精~ 苦~ 躯~ 树~",
  干乾: "~净 ~旱 ~燥 ~果 饼~ 晒~ 烘~ 风~",
  借藉: "~助 ~此 ~以 ~机 ~口 凭~",
  余餘: "其~ 剩~ 多~ 业~ 盈~ 富~ 残~ ~额 ~下 ~款 ~量 ~地 十~ 百~ 千~ 万~ 0~",
  游遊: "旅~ 导~ 郊~ 出~ 巡~ 周~ 漫~ ~客 ~览 ~园 ~玩 ~行 ~艺 ~戏",
  斗鬥: "战~ 奋~ 决~ 争~ 搏~ 格~ 械~ 打~ ~争 ~志 ~殴",
  松鬆: "放~ 宽~ 轻~ 蓬~ ~懈 ~动 ~弛 ~散 ~绑",
  谷穀: "~物 ~类 稻~ 五~",
  舍捨: "~弃 ~得 取~ 割~ 施~ 不~",
  御禦: "防~ 抵~ 抗~",
  朴樸: "~素 ~实 俭~ 淳~ 质~ 简~ 纯~",
  辟闢: "开~ 另~",
  淀澱: "沉~ ~粉",
  夸誇: "~大 ~张 ~奖 ~耀 浮~ 自~",
  佣傭: "雇~",
  吁籲: "呼~ ~请",
  涂塗: "~改 ~料 ~抹 ~层 ~刷 ~写",
  沈瀋: "~阳 辽~",
};
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
// Words that keep the character and may stand beside one of the above: 公里|面积, 若干|部门, 有|著作.
const kept = {
  后: "天~宫 天~庙 皇~ 王~ 太~",
  里: "公~ 邻~ 百~ 千~ 万~ 英~ 海~ ~程",
  面: "方~ 全~ 层~ 页~ 界~ 版~ 书~ ~积 ~对 ~向 ~临",
  制: "新~ 体~ 机~ 法~ 控~ 限~ 编~ 强~ 抑~ 管~ 学~ 税~ 全日~ 责任~ ~度 ~定 ~约 ~发 ~止 ~裁",
  系: "体~ ~统 ~列 派~ 院~ 谱~ 语~ 水~ 中文~",
  干: "若~ 相~ ~预 ~涉 ~扰 天~ ~支",
  于: "单~ ~谦",
  准: "批~ 核~ 不~ 获~ 允~ ~许 ~予 ~入",
  范: "~某",
  余: "~某",
  谷: "山~ 河~ ~地",
  著: "~作 ~名 ~述 ~书 ~称 ~录 ~者 ~有 显~ 卓~ 编~ 论~ 专~ 名~ 原~ 土~ 昭~ 所~",
  藉: "慰~ 狼~ 枕~ 蕴~",
  覆: "~盖 颠~ 倾~ 翻~ ~灭",
  瞭: "~望",
  乾: "~坤 ~隆 ~安 ~县 ~元",
  徵: "~羽 角~ 魏~",
  麼: "幺~",
  於: "~潜 商~",
};
const longest = 4;

export async function residuesFile() {
  const tables = await residues();
  return header([
    `From opencc-js ${openccVersion} (OpenCC's dictionaries, Apache-2.0) and the words in scripts/generate/residues.mjs.`,
    "A line: the character, the form that it should have (itself: it is right as it stands), the words with ~ for the character and 0 for a digit.",
    "A line without words is what holds where no word is known.",
  ]) + table("toTraditional", "Simplified characters left in a Traditional text.", tables.toTraditional) +
    table("toSimplified", "Traditional characters left in a Simplified text.", tables.toSimplified);
}

function table(name, comment, lines) {
  return `\n/** ${comment} */\nexport const ${name}: readonly string[] = [\n${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}\n];\n`;
}

export async function residues() {
  const variants = new Map(await dictionary("TWVariants"));
  const phrases = [...(await dictionary("STPhrases")), ...(await dictionary("STPhrases_GeneratedFromRegionalPhrases"))]
    .map(([from, to]) => [[...from], [...to].map((c) => variants.get(c) ?? c)])
    .filter(([from, to]) => from.length === to.length && from.every((c) => c.length === 1));
  const single = new Map((await dictionary("STCharacters")).map(([from, to]) => [from, variants.get(to) ?? to]));
  assertAgreed(inTraditional, FromSimplified({ from: "cn", to: "tw" }));
  assertAgreed(inSimplified, FromTraditional({ from: "tw", to: "cn" }));
  return {
    toTraditional: [...[...usually].flatMap((c) => usualLines(c, single.get(c), occurrences(phrases, c))), ...listedLines(inTraditional), ...keptLines([...usually, ...charactersOf(inTraditional)])],
    toSimplified: [...listedLines(inSimplified), ...keptLines(charactersOf(inSimplified))],
  };
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

/** Each place of the character in a phrase, and the form that it takes there. */
function occurrences(phrases, character) {
  return phrases.flatMap(([from, to]) => from.flatMap((c, at) => (c === character ? [{ word: from, at, form: to[at] }] : [])));
}

/** The usual form and the shortest parts of words that keep the character as it is; forms other than these two are kept too. */
function usualLines(character, usual, places) {
  const words = new Set();
  for (const place of [...places].sort((a, b) => a.word.length - b.word.length)) {
    if (place.form === usual || windows(place).some((window) => words.has(window))) continue;
    const window = windows(place).find((w) => places.every((other) => other.form !== usual || !windows(other).includes(w)));
    if (window !== undefined) words.add(window);
  }
  return [`${character}${usual}`, ...(words.size > 0 ? [`${character}${character} ${[...words].join(" ")}`] : [])];
}

/** The parts of a word around the character, ~ in its place, short ones first. */
function windows({ word, at }) {
  const found = [];
  for (let length = 2; length <= Math.min(longest, word.length); length++) {
    for (let start = Math.max(0, at - length + 1); start <= Math.min(at, word.length - length); start++) {
      found.push(word.slice(start, start + length).map((c, i) => (start + i === at ? "~" : c)).join(""));
    }
  }
  return found;
}
