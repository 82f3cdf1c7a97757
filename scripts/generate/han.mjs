// The characters that belong to one script only, and the map from Traditional to Simplified.
import { constant, header } from "./emit.mjs";
import { dictionary, openccVersion } from "./opencc.mjs";

// OpenCC uses them on its Simplified side by an oversight; no Simplified text has them.
const traditionalAllTheSame = "計廢";

export async function hanFile() {
  const { simplifiedOnly, pairs, shared, wordDependent } = await scripts();
  return header([`From opencc-js ${openccVersion} (OpenCC's dictionaries, Apache-2.0): STCharacters, TSCharacters, the phrase files, the TW and HK variants.`]) +
    constant("simplifiedOnly", `${simplifiedOnly.length} characters that no Traditional text has. Left out: those that are Traditional words too (后, 里, 干) and those normal in Taiwan or Hong Kong (群, 床, 秘).`, simplifiedOnly.join("")) +
    constant("traditionalToSimplified", `${pairs.length} pairs of a Traditional character and OpenCC's first choice of its Simplified form.`, pairs.map(([from, to]) => from + to).join("")) +
    constant("traditionalAndSimplified", `Traditional characters of the pairs above that Simplified texts have too (乾 in 乾隆, 於 as a surname).`, shared.join("")) +
    constant("wordDependent", "Traditional characters whose Simplified form depends on the word: 畫 is 画, but 划 in 計畫.", wordDependent.join(""));
}

/** @returns the classes as lists of characters of the Basic Multilingual Plane */
export async function scripts() {
  const st = await dictionary("STCharacters");
  const ts = await dictionary("TSCharacters");
  const phrases = [...(await dictionary("STPhrases")), ...(await dictionary("STPhrases_GeneratedFromRegionalPhrases"))];
  const back = await dictionary("TSPhrases");
  const variants = [...(await dictionary("TWVariants")), ...(await dictionary("HKVariants"))];

  const changing = ([from, to]) => from !== to;
  const traditionalSide = charactersOf(st.filter(changing).map(target), phrases.map(target), variants.map(target), back.map(source), ts.map(source));
  const simplifiedSide = charactersOf(ts.filter(changing).map(target), phrases.map(source), back.map(target), st.map(source));
  for (const character of traditionalAllTheSame) simplifiedSide.delete(character);

  const pairs = [...ts, ...variantPairs(ts, await dictionary("HKVariantsRev"), simplifiedSide)].filter(([from, to]) => from !== to && from.length === 1 && to.length === 1);
  return {
    simplifiedOnly: st.filter(changing).map(source).filter((c) => c.length === 1 && !traditionalSide.has(c)),
    pairs,
    shared: pairs.map(source).filter((c) => simplifiedSide.has(c)),
    wordDependent: dependent(pairs, back).filter((c) => !simplifiedSide.has(c) && !traditionalAllTheSame.includes(c)),
  };
}

/** Hong Kong's forms that OpenCC takes back to the ordinary Traditional ones first: 衞 by way of 衛 to 卫. */
function variantPairs(ts, variants, simplifiedSide) {
  const simplified = new Map(ts);
  return variants.filter(([form, ordinary]) => simplified.has(ordinary) && !simplified.has(form) && !simplifiedSide.has(form)).map(([form, ordinary]) => [form, simplified.get(ordinary)]);
}

/** Characters that a phrase turns into another form than the single character would get. */
function dependent(pairs, phrases) {
  const single = new Map(pairs);
  const found = phrases.flatMap(([from, to]) => [...from].filter((c, i) => single.has(c) && [...to].length === [...from].length && [...to][i] !== single.get(c)));
  return [...new Set(found)].sort();
}

const source = ([from]) => from;
const target = ([, to]) => to;

function charactersOf(...lists) {
  return new Set(lists.flat().flatMap((word) => [...word]));
}
