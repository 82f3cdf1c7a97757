import { identityRule } from "./identityRule.js";

export default identityRule(
  "table-balance",
  { zh: "各列“一＋二＝（七）总计＋四”不平", en: "A column does not balance: received plus carried in must equal handled plus carried out" },
  { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表三：第一项加第二项之和，等于第三项加第四项之和", en: "Form of 2019 and 2021, table three: item one plus item two equals item three plus item four" },
);
