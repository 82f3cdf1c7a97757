/**
 * What words of these reports (政府信息, 年度报告, 人民政府, 行政复议 …) look like when their UTF-8 is read as GBK, in pieces of three
 * characters, since a character of three bytes begins on either half of a pair. No Chinese word has these characters in
 * succession. A test makes each of them again from the words.
 */
export const misreadPieces: ReadonlySet<string> = new Set(
  (
  "鏀垮簻 垮簻淇 斂搴滀 搴滀俊 滀俊鎭 骞村害 村害鎶 浜烘皯 烘皯鏀 皯鏀垮 汉姘戞 姘戞斂 戞斂搴 琛屾斂 屾斂鏈 斂鏈哄 鏈哄叧 涓诲姩 诲姩鍏 綔鎯呭 鎯呭喌 伐浣滄 浣滄儏 滄儏鍐 鏀垮姟 垮姟鍏 " +
    "鍗庝汉 庝汉姘 腑鍗庝 瑙勮寖 勮寖鎬 屾斂璁 斂璁稿 璁稿彲 屾斂澶 斂澶勭 澶勭綒 斂澶嶈 屾斂璇 斂璇夎 骞冲彴 冲彴寤 彴寤鸿 钩鍙板 鍙板缓 板缓璁 鐩戠潱 戠潱淇 潱淇濋 淇濋殰 瀛樺湪 樺湪闂 " +
    "缁勭粐 勭粐棰 粐棰嗗 粍缁囬 鍔炲叕 炲叕瀹 鏈嶅姟 嶅姟涓 閲嶇偣 嶇偣棰 偣棰嗗 棰嗗煙 噸鐐归 绀句細 句細鍏 細鍏冲 鍏冲垏 浼氬叧 氬叧鍒 鏀跨瓥 跨瓥瑙 斂绛栬 鎬讳綋 讳綋鎯 綋鎯呭 鍏朵粬 " +
    "朵粬闇 叾浠栭 浠栭渶 栭渶瑕 鏀跺埌 跺埌鐢 埌鐢宠 敹鍒扮 鍒扮敵 扮敵璇 鎴戝幙 戝幙鏀 幙鏀垮 垜鍘挎 鍘挎斂 挎斂搴 幙鍚勯 鍚勯儴 叏鍘垮 鍘垮悇 垮悇閮"
  ).split(" "),
);

/** The words that the pieces are made from. */
export const misreadWords = "政府信息 信息公开 公开工作 年度报告 人民政府 行政机关 公开条例 主动公开 公开申请 工作情况 政务公开 中华人民 规范性文 行政许可 行政处罚 行政复议 行政诉讼 平台建设 监督保障 存在问题 统计期限 组织领导 办公室的 服务中心 重点领域 社会关切 政策解读 总体情况 其他需要 收到申请 我县政府 全县各部".split(" ");
