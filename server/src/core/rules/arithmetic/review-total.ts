import { identityRule } from "./identityRule.js";

export default identityRule(
  "review-total",
  { zh: "行政复议、行政诉讼的“总计”不等于四种结果之和", en: "A total of reconsiderations or suits is not the sum of its four results" },
  { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表四：总计等于结果维持、结果纠正、其他结果、尚未审结之和", en: "Form of 2019 and 2021, table four: the total is upheld plus corrected plus other plus pending" },
);
