/**
 * Words that converters to Taiwan's usage put in place of the mainland's: 宏观 becomes 巨觀. Simplified here, since texts are
 * read in Simplified. Words that the mainland has as well (檔案, 設定, 民眾) show nothing and are not listed.
 */
export const taiwanTerms: ReadonlyMap<string, string> = new Map([
  ["巨观", "宏观"],
  ["最佳化", "优化"],
  ["视窗", "窗口"],
  ["附属档案", "附件"],
  ["规范性档案", "规范性文件"],
  ["档案精神", "文件精神"],
  ["政策档案", "政策文件"],
  ["资讯", "信息"],
  ["网际网路", "互联网"],
  ["网路", "网络"],
  ["软体", "软件"],
  ["数位化", "数字化"],
  ["资料库", "数据库"],
  ["智慧财产", "知识产权"],
  ["伺服器", "服务器"],
  ["行动装置", "移动设备"],
  ["部落格", "博客"],
]);
