import { identityRule } from "./identityRule.js";

export default identityRule(
  "row-total",
  { zh: "“总计”列不等于该行各栏之和", en: "The total of a row is not the sum of its columns" },
  { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表三：总计等于自然人与法人或其他组织各栏之和", en: "Form of 2019 and 2021, table three: the total of a row is the sum of natural persons and organizations" },
);
