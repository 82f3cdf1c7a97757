/** A sentence of thousands of numbers, as run-together pages have them, takes time that grows with it and not faster. */
import { test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { narrativeOf } from "../../../server/src/core/narrative/claims.js";
import { growsWithTheText } from "../support/growth.js";

const pieces: readonly string[] = ["动态5条、", "其他信息1条；", "予以公开3件，占5%；", "自然人申请占5%，", "12期培训班信息30条", "各乡镇公开5条。", "1、机构5；", "逾期不补正3件，其他处理2件，", "收到申请5件（含上年结转3件），", "主动公开信息5条，依申请公开3条，"];

for (const piece of pieces) {
  test(piece, () => {
    const head = "# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n收到申请100件，公开信息100条，其中";
    growsWithTheText((copies) => `${head}${piece.repeat(40 * copies)}\n`, (text) => narrativeOf(analyse(text, { stage: "final" }).report));
  });
}
