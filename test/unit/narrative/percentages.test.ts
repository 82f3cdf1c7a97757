/** Percentages that none of their numbers gives, and what the message says of them. The drafts have no tables. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";

/** The percentage that is told, what it should be, and the passage. */
const wrongPercentages: readonly (readonly [string, string, string])[] = [
  ["8.05", "7.58", "主动公开的1913条政府信息中，机构类信息133条，占6.95%；行政许可类信息145条，占8.05%。"],
  ["33.9", "32.0", "答复申请805件（含上年度结转18件，另有72件顺延到下年度答复）。予以公开及部分公开258件，占33.9%；不予公开35件，占4.34%。"],
  ["75", "69", "石桥乡公开信息65条。其中网上公开20条，所占比例为30%，石桥乡公示板上公开45条，所占比例75%。"],
  ["35", "40", "公开信息100条。其中，县直各单位公开60条，占60%。各乡镇公开40条，占35%。"],
  ["25", "3", "公开信息5000条，其中政策类170条，占25%；财政类680条，占13.6%。"],
  ["58.1", "66.3", "新增公开信息312条。其中，概况类5条，占1.6%；文件类24条，占7.7%；动态类50条，占16%；业务类26条，占8.3%；其他类207条，占58.1%。"],
  ["50", "40", "收到申请75件，办结75件，其中予以公开30件，占总数的50%。"],
  ["20", "10", "2023年收到申请10件，2024年收到11件，同比增长20%。"],
];

const rightPercentages: readonly string[] = [
  "政策类59条，占总体的12%；规划类36条，占总体的7%；业务类401条，占总体的81%。",
  "在主动公开的信息中，政策类2条，占总体比例为18%；安全生产类5条，占总体比例为45%。",
  "受理申请44件，顺延到2025年度申请2件，申请数量同比回落26.67%。",
  "公开信息100条，其中财政信息12条，占财政部门信息的48%，占全市信息的3%。",
  "热线接听154次来电，咨询126次（占比81.8%），投诉28次（占比18.1%）。",
  "处理工单378条，涵盖投诉类328条（占比86.7%）与咨询类50条（占比13.2%）。",
  "收到申请85件，上年结转5件，结转下年8件。予以公开41件，占50%；不予公开41件，占50%。",
  "收到申请85件，上年结转5件。予以公开45件，占50%；不予公开45件，占50%。",
  "予以公开30件、部分公开8件，占办结总数71件的53.5%。",
  "发布信息50条，其中图解12条、视频8条，占40%；文字30条，占60%。",
  "2024年收到申请44件（2023年60件），同比下降26.67%。",
  "受理申请44件，结转2025年2件，较上年的60件下降26.67%。",
  "公开信息18条，其中业务类17条，占94%，全文电子化率达100%。",
  "收到申请49件，其中自然人37件，占75.5%，法人12件，占24.5%。",
];

function told(passage: string): readonly (readonly [string | undefined, string | undefined])[] {
  const { findings } = analyse(`# 石桥乡2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n${passage}\n`, { stage: "final" });
  return findings.filter(({ code }) => code.startsWith("narrative-")).map(({ data }) => [data.found, data.expected]);
}

describe("percentages", () => {
  for (const [found, expected, passage] of wrongPercentages) test(`wrong: ${passage}`, () => assert.deepEqual(told(passage), [[found, expected]]));
  for (const passage of rightPercentages) test(`right: ${passage}`, () => assert.deepEqual(told(passage), []));
});
