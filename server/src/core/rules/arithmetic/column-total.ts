import { identityRule } from "./identityRule.js";

export default identityRule(
  "column-total",
  { zh: "“（七）总计”不等于（一）至（六）各项之和", en: "(7) total is not the sum of items (1) to (6)" },
  { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表三：（七）总计等于（一）至（六）各项之和", en: "Form of 2019 and 2021, table three: (7) total is the sum of items (1) to (6)" },
);
