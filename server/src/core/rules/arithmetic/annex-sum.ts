import { identityRule } from "./identityRule.js";

export default identityRule(
  "annex-sum",
  { zh: "2018 年以前附表中的总数与分项、本年度与历年累计不符", en: "In an annex table before 2019 a total does not fit its parts, or the year its cumulative number" },
  { zh: "国办发〔2014〕32号统计表、各省附表的指标", en: "The statistical table of 2014 and the provinces' annex tables" },
);
