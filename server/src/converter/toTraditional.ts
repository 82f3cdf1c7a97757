// dist/opencc-cn2t.js: from the mainland's standard to Taiwan's, by words (皇后 stays, 会后 does not), without its vocabulary.
import { Converter } from "opencc-js/cn2t";

export const convert = Converter({ from: "cn", to: "tw" });
