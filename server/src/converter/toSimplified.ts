// dist/opencc-t2cn.js: from the Taiwan standard to the mainland's, by words (乾隆 stays, 乾淨 does not), without its vocabulary.
import { Converter } from "opencc-js/t2cn";

export const convert = Converter({ from: "tw", to: "cn" });
