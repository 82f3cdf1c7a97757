// The words in which reports speak of the numbers of the form, folded, each with the part that it plays in a clause.

/**
 * Time and place: `ownYear` 本年 · `otherYear` 上年 · `partOfYear` 上半年 · `own` 我局 · `region` 全县 · `otherOrgan` 县本级.
 * What is done: `receive` 收到 · `new` 新收 · `handle` 办理 · `finish` 办结 · `answer` 答复 · `carryIn` · `carryOut` · `carry`.
 * To what: `application` 政府信息公开申请 · `disclosure` 信息公开 · `result` 予以公开 · `applicant` 自然人 · `channel` 网上.
 * Disputes: `reconsider` · `suit` · `upheld` · `corrected` · `otherResult` · `pending` · `closed`.
 * Table two: `normative` · `regulation` · `issue` · `repeal` · `inForce` · `permit` · `penalty` · `coercion` · `otherManagement` · `procurement` · `decide` · `fee`.
 * Build of the sentence: `of` 其中 · `among` 包括 · `respectively` 分别 · `each` 各 · `rest` 其余 · `except` 除 · `open` 等 · `and` · `cause` 因 ·
 * `sum` 共 · `share` 占 · `rate` 办结率 · `more` 增长 · `less` 下降 · `than` 较 · `change` 增至 · `not` 未 · `all` 均 · `none` 无.
 * `verb`: any other deed (举办). `foreign`: something else is counted (咨询). `filler`: says nothing of what is counted.
 */
export type Role =
  | "ownYear" | "otherYear" | "partOfYear" | "own" | "region" | "otherOrgan"
  | "receive" | "new" | "handle" | "finish" | "answer" | "carryIn" | "carryOut" | "carry"
  | "application" | "disclosure" | "result" | "applicant" | "channel"
  | "reconsider" | "suit" | "directSuit" | "laterSuit" | "upheld" | "corrected" | "otherResult" | "pending" | "closed"
  | "normative" | "regulation" | "issue" | "repeal" | "inForce" | "permit" | "penalty" | "coercion" | "otherManagement" | "procurement" | "decide" | "fee"
  | "of" | "among" | "respectively" | "each" | "rest" | "except" | "open" | "and" | "cause" | "sum"
  | "share" | "rate" | "more" | "less" | "than" | "change" | "not" | "all"
  | "verb" | "foreign" | "filler";

export interface Word {
  readonly text: string;
  readonly role: Role;
  /** Which row, which column, which kind: see the tables below. */
  readonly value: string | undefined;
}

/** 结转 with 下年, 下年度 … and behind them nothing, 办理, 继续办理 …: one of each. */
function eachWith(heads: string, middles: string, tails: string): string {
  const parts = [heads, middles, tails].map((words) => words.split(" "));
  return (parts[0] ?? []).flatMap((head) => (parts[1] ?? []).flatMap((middle) => ["", ...(parts[2] ?? [])].map((tail) => `${head}${middle}${tail}`))).join(" ");
}

/** role, or role=value, and the words that play it. */
const entries: Readonly<Record<string, string>> = {
  ownYear: "本年 本年度 今年 全年 全年度 年内 当年 当年度 一年来 报告期内 报告年度 年度内 年度 今年以来 本年内 本报告期 该年度 本年以来",
  otherYear: "去年 上年 上年度 上一年 上一年度 去年同期 上年同期 同期 往年 历年 前一年 前年 上年全年 去年全年 次年 明年 下一年 下年 下年度 累计总数 历年累计 自条例实施以来 自条例施行以来 条例施行以来 历史累计 近年来 近三年 建站以来",
  "otherYear=since": "以来",
  partOfYear: "上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 前三季度 每月 每季度 每年 月均 日均 平均 年初 每周 每日 每天",
  own: "我局 我县 我市 我区 我省 我镇 我乡 我办 我委 我厅 我街道 我街 我中心 我单位 我机关 我部 我院 我处 我所 我旗 我州 我队 我会 本机关 本单位 本局 本县 本市 本区 本镇 本乡 本街道 本办 本委 本厅 本部门 本省 本州 本旗 本中心 本行政机关 全局 我办公室 本办公室 我支队 我分局 我管委会",
  region:
    "全市 全县 全区 全省 全镇 全乡 全街道 全州 全旗 全系统 各级行政机关 各级各部门 各部门 各单位 各行政机关 全市各级行政机关 全县各级行政机关 全区各级行政机关 全省各级行政机关 全市行政机关 全县行政机关 全区行政机关 全市各级 全县各级 全区各级 全县各级各部门 全市各级各部门 全区各级各部门 全县各部门 全区各部门 全市各部门 全县各乡镇、各部门 全县各乡镇各部门 各乡镇、各部门 各镇街、各部门 各镇、各部门 各级政府及其部门 各级政府 各级政府及部门 行政区域内",
  "otherOrgan=lower": "各乡镇 各镇 各乡 各街道 各镇街 各乡镇街道 各乡镇(街道) 各镇乡",
  "otherOrgan=departments": "县直部门 县直各部门 市直部门 区直部门 县直单位 市直单位 区直单位 县直各单位 市直各单位 区直各单位 县直各部门 市直各部门 区直各部门 各县直单位 各市直单位 各区直单位",
  otherOrgan:
    "县本级 市本级 区本级 省本级 州本级 本级 本级政府 镇街 乡镇 各县区 各县市区 各区县 各县 各区 县级部门 市级部门 区级部门 部门 所属部门 下属单位 各科室 某局 县直 市直 区直 政府部门 各职能部门 上级 其他机关 其他单位 其他部门 市级 县级 区级 省级 基层 政府办公室 县政府办 市政府办 区政府办 街道社区",
  "receive=accept": "受理 受理了 登记受理",
  receive: "收到 接到 接收 接收到 收悉 收件 接受 收 共收 收取申请 收到了 接收了 登记 接件",
  new: "新收 新收到 本年新收 本年度新收 今年新收 新受理 新增 新接收",
  handle: "办理 处理 受理办理 承办 办理了 处理了 受理和办理 受理并办理 收办 受理处理 收到和处理 收到并处理 受理并处理",
  finish: "办结 已办结 办理完毕 处理完毕 办毕 办理完结 办理办结 全部办结 按期办结 按时办结 当年办结 处理完结 办结完毕 审核办结 结案",
  answer: "答复 回复 答复完毕 作出答复 予以答复 依法答复 按时答复 按期答复 办结答复 答复办结 给予答复 书面答复 已答复 规范答复 予以规范答复 办理答复 完成答复 予以回复 做出答复",
  carryIn: `结转上年 从上年结转 由上年结转 ${eachWith("上年 上年度 上一年 上一年度 去年 往年", "结转 转结 转入 结余 遗留 未办结", "办理 办理件 继续办理 申请 政府信息公开申请 至本年 至本年度 至今年 到本年 到本年度 本年 本年度 的")}`,
  carryOut: `下年结转 下年度结转 跨年办理 跨年度办理 结转下半年度 ${eachWith("结转 转结 结转至 结转到 结转入 转 转至 转到 转入 顺延至 顺延到 延至", "下年 下年度 下一年 下一年度 明年 次年 次年度", "办理 继续办理 处理 继续处理 答复 继续答复 办理答复 处理答复")}`,
  carry: "结转 转结",
  "carry=weak": "结转至 结转到 结转入 顺延 顺延至 顺延到 延至 延期至 转至 转入 转到 转",
  "application=attribute": "依申请公开 政府信息依申请公开 依申请公开政府信息 依申请公开信息 依申请信息公开 依申请 依申请公开的政府信息 依申请公开类 作为依申请公开信息 作为依申请公开",
  application:
    "依申请公开请求 公开请求 依申请公开事项 政府信息公开申请 信息公开申请 政务公开申请 政务信息公开申请 依申请公开申请 依申请公开件 政府信息公开申请件 政府信息公开申请书 政府信息公开申请表 申请公开政府信息 申请公开信息 申请信息公开 政府信息申请 信息申请 申请 申请件 申请书 申请表 公开申请 申请事项 申请数量 申请总数 申请量 依申请公开政府信息申请 依申请件 政府信息公开申请事项 信息公开依申请 政府信息公开依申请 依申请公开办件 依申请公开办理事项 政府信息依申请公开办理事项 政府信息依申请公开申请 公开政府信息的申请 公开政府信息申请 获取政府信息的申请 获取政府信息申请 政府信息公开的申请 信息公开的申请 依申请公开的申请 依申请公开申请件 申请公开 信息公开申请件 依申请公开案件 信息公开申请事项 依申请公开信息申请 政府信息公开类申请 信息公开类申请 此类申请 该类申请",
  disclosure: "政府信息公开事务 信息公开事务 政府信息公开 信息公开 政府信息 政务公开 政府信息公开工作 信息公开工作 政务信息公开 政府信息公开类 信息公开类 政府信息公开案件 信息公开案件 政府信息公开事项 依申请公开工作 涉政府信息公开 涉信息公开 政府信息公开行为 政府信息公开答复 信息公开答复 依申请公开答复 政府信息公开领域 政府信息公开问题",
  "result=granted": "予以公开 同意公开 准予公开 全部公开 完全公开 予以全部公开 予以公开的 决定予以公开 依法予以公开 作出予以公开",
  "result=partlyGranted": "部分公开 予以部分公开 同意部分公开 部分公开的 决定部分公开",
  "result=grantedAny":
    "予以公开或部分公开 予以公开及部分公开 予以公开和部分公开 予以公开、部分公开 公开或部分公开 公开和部分公开 公开及部分公开 同意公开或部分公开 予以公开或者部分公开 予以公开与部分公开 予以公开(含部分公开)",
  "result=refused": "不予公开 不同意公开 决定不予公开 依法不予公开",
  "result=unavailable": "无法提供 无法提供的 本机关无法提供",
  "result=rejected": "不予处理 不予处理的 依法不予处理",
  "result=other": "其他处理 其它处理 作其他处理 作出其他处理 其他处理方式 其他方式处理 其他处理的 作其他处理的 按其他处理",
  "result=refused.stateSecret": "属于国家秘密 涉及国家秘密 国家秘密",
  "result=refused.prohibitedByLaw": "其他法律行政法规禁止公开 法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开",
  "result=refused.security": `危及"三安全一稳定" 危及三安全一稳定 "三安全一稳定" 三安全一稳定`,
  "result=refused.thirdParty": "保护第三方合法权益 第三方合法权益 涉及第三方合法权益",
  "result=refused.internalAffairs": "三类内部事务信息 属于三类内部事务信息 内部事务信息 属于内部事务信息",
  "result=refused.processInformation": "四类过程性信息 属于四类过程性信息 过程性信息 属于过程性信息",
  "result=refused.enforcementFile": "行政执法案卷 属于行政执法案卷 行政执法案卷信息 属于行政执法案卷信息",
  "result=refused.administrativeInquiry": "行政查询事项 属于行政查询事项",
  "result=unavailable.notHeld": "本机关不掌握相关政府信息 本机关不掌握相关信息 本机关不掌握 不掌握相关政府信息 不掌握相关信息 本单位不掌握相关政府信息 本办不掌握相关政府信息 本局不掌握相关政府信息 我局不掌握相关政府信息",
  "result=unavailable.needsCreation": "没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息,需要另行制作 没有现成信息 需要另行制作 需另行制作",
  "result=unavailable.unclear": "补正后申请内容仍不明确 补正后仍不明确 补正后申请内容不明确 经补正后仍不明确",
  "result=rejected.petition": "信访举报投诉类申请 信访举报投诉类 信访、举报、投诉类申请 信访举报投诉 信访投诉举报类申请",
  "result=rejected.repeated": "重复申请 属于重复申请",
  "result=rejected.publication": "要求提供公开出版物 公开出版物",
  "result=rejected.abusive": "无正当理由大量反复申请 大量反复申请",
  "result=rejected.confirmation": "要求行政机关确认或重新出具已获取信息 确认或重新出具已获取信息 重新出具已获取信息",
  "result=other.overdueCorrection": "申请人无正当理由逾期不补正 无正当理由逾期不补正 逾期不补正 申请人逾期不补正 逾期未补正 申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
  "result=other.unpaidFee": "逾期未按收费通知要求缴纳费用 逾期未缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期未按要求缴费 申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
  "applicant=naturalPerson": "自然人 自然人申请 自然人提出 个人 个人申请 公民 公民个人 自然人的申请 自然人提交",
  "applicant=organizations": "法人 法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人与其他组织 法人或其他组织申请 法人和其他组织申请 法人申请 法人组织 法人(其他组织) 法人或其它组织",
  "applicant=commercialEnterprise": "商业企业",
  "applicant=researchInstitution": "科研机构",
  "applicant=socialOrganization": "社会公益组织",
  "applicant=legalServiceInstitution": "法律服务机构",
  "channel=inPerson": "当面 现场 现场提交 窗口 当面申请 现场申请 来访 当面提交 当面提交申请",
  "channel=online": "网络 网上 在线 互联网 网络申请 网上申请 在线申请 线上 网上提交 网络提交 网站申请",
  "channel=letter": "信函 信件申请 来信申请 邮寄 邮政 邮政寄送 快递 信函申请 邮寄申请 信函邮寄 挂号信 特快专递",
  "channel=fax": "传真 传真申请",
  "channel=email": "电子邮件 电子邮箱 邮箱 邮件 电子邮件申请 电子邮件方式",
  channel:
    "通过 利用 依托 借助 经由 电话 来电 门户网站 政府网站 网站 平台 系统 政务公开平台 依申请公开平台 依申请公开系统 政府信息公开平台 线下 书面申请 纸质 纸质申请 政务微信 微信公众号 微信 政务微博 微博 新媒体 政务新媒体 公报 政府公报 报刊 广播 电视 公告栏 公示栏 宣传栏 客户端 APP app 头条号 抖音 抖音号 政务服务网 门户 官网 政务网 电台 公众号 短视频 今日头条 书面 渠道 口头 媒体 报纸 专栏 微信平台",
  reconsider: "行政复议数量 行政复议 复议 行政复议案件 行政复议申请 申请行政复议 被申请行政复议 提起行政复议 提出行政复议 复议案件 复议申请 行政复议案 被提起行政复议 被申请复议 被行政复议 行政复议数",
  suit: "行政诉讼数量 行政诉讼 诉讼 行政诉讼案件 提起行政诉讼 被提起行政诉讼 提出行政诉讼 行政诉讼案 诉讼案件 被行政诉讼 行政应诉案件 行政应诉 应诉案件 被诉 被诉案件 行政诉讼数 起诉",
  directSuit: "未经复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接起诉 未经行政复议直接起诉 未经复议直接提起的行政诉讼 未经复议直接诉讼",
  laterSuit: "复议后诉讼 经复议后诉讼 复议后起诉 经复议后起诉 复议后提起行政诉讼 复议后提起诉讼 经复议后提起行政诉讼 复议后提起的行政诉讼 行政复议后起诉 经行政复议后起诉 经复议后提起诉讼",
  upheld: "维持原答复 结果维持 维持 被维持 维持原行政行为 获维持 予以维持 得到维持 复议维持 维持结果 结果为维持 维持原决定 作出维持决定 决定维持",
  corrected: "结果纠正 纠正 被纠正 被纠错 纠错 予以纠正 结果被纠正 结果为纠正 被依法纠错 依法纠正 被依法纠正",
  otherResult: "其他结果 其它结果 结果为其他",
  pending: "尚未审结 未审结 正在审理 尚在审理 审理中 尚在审理中 正在审理中 正在审理之中 仍在审理 还在审理 未办结 暂未审结 仍未审结 尚未办结 未结案 尚未结案 办理期限内 尚在办理 正在办理 办理中 尚在办理中 正在办理中 办理期限 尚在办理期限内 均在办理期限内 在办理期限内 答复期限内 在办",
  closed: "审结 已审结 审理完毕 审理终结 已结案",
  normative: "规范性文件 行政规范性文件",
  regulation: "规章 政府规章 地方政府规章",
  issue: "制定 制定印发 制定出台 制定发布 制定并发布 印发 出台 发布 新制发 新制定 新出台 新印发 制订 制发了 制定了 印发了 出台了 新发布 制定公布 制定下发",
  repeal: "废除 废止 清理废止 废止了 公布废止 宣布废止 予以废止 决定废止",
  "inForce=published": "对外公开总数量 对外公开总数 对外公开总量",
  inForce: "现行有效 现行有效的 现行有效文件 保留现行有效",
  permit: "行政许可 行政许可案件",
  "permit=decided": "行政许可决定 行政许可事项决定 行政许可处理决定 行政许可决定书",
  penalty: "行政处罚 行政处罚案件",
  "penalty=decided": "行政处罚决定 行政处罚处理决定 行政处罚决定书",
  coercion: "行政强制 行政强制措施",
  "coercion=decided": "行政强制决定 行政强制处理决定 行政强制措施决定",
  otherManagement: "其他对外管理服务事项 行政其他对外管理服务事项",
  procurement: "政府集中采购 政府集中采购项目 政府集中采购项目数量 集中采购 集中采购项目 集中采购项目数量",
  "procurement=amount": "政府集中采购总金额 政府集中采购金额 集中采购总金额 集中采购金额",
  decide: "实施 处理决定 决定 处理决定数量 下达",
  fee: "行政事业性收费 行政事业性收费金额 行政事业性收费总额 行政事业收费",
  of: "其中 当中",
  among: "包括 包含 含 包括了 涵盖 分为 分别有 按类别分 按内容分 主要有 主要包括 主要类别有 主要是 主要为 主要涉及 构成",
  respectively: "分别 分别为 分别是 依次为 依次是 依次 分别占",
  each: "各 均为 各为 都是 各有 皆为 均是",
  rest: "其余 其他 其它 剩余 另 另有 其他类 其他信息 其他各类 其他类信息 其它信息",
  except: "除 除去 除了 扣除 剔除 不含 不包括 不包含 不计 不计入",
  "filler=within": "中 之中",
  "filler=thing": "类 类别",
  "filler=twice": "重复 交叉 重叠 共同",
  "filler=actual": "实际",
  open: "等 主要 重点 例如 比如 之一 诸如 仅",
  and: "和 及 与 以及 或 或者 并 并且 同",
  cause: "因 因为 由于 由 涉及 涉 引发 引起 引发的 引起的 导致 产生 产生的 对 针对",
  sum: "共 共计 总共 合计 一共 累计 总计 计 共有 总数 总量 总体 共累计 累计共 总数为 总计为",
  share: "占 占比 占比为 占总数 占总量 占比约 占比达 占到 占全部 占比例 所占比例 所占比例为 所占比重 所占比重为",
  rate: "办结率 答复率 按时办结率 按期办结率 按时答复率 按期答复率 回复率 公开率 主动公开率 解读率 满意率 满意度 满意度达 知晓率 及时率 按时办理率 办理率 覆盖率 准确率 合格率 群众满意度 规范率 比例 比重 率 结案率 受理率 反馈率 达标率 综合满意率 公示率 完成率 发布率 纠错率 维持率 胜诉率 败诉率 应诉率",
  more: "同比增长 增长 增加 上升 同比增加 同比上升 提高 增幅 增幅为 增幅达 增长了 增加了 增长率 同比增幅 环比增长 同比提高 上涨 多 增 涨幅 同比上涨 提升 同比提升 同比多",
  less: "同比下降 下降 减少 同比减少 降低 降幅 降幅为 降幅达 下降了 减少了 同比降低 同比降幅 少 减 下滑 同比少 回落",
  than: "较 比 与上年相比 与去年相比 相比 较之 同比 环比 较上年 较去年 比上年 比去年 较上年度 比上年度 较上一年 比上一年 较上一年度 比上一年度 较去年同期 比去年同期 较上年同期 比上年同期 相较于 对比 相较 与上一年度相比 与上年度相比",
  change: "增至 增加到 增加至 上升到 上升至 增长到 增长至 减至 减少到 减少至 下降到 下降至 降至 降到 提高到 提高至 提升到 提升至 扩大到 增至到 减至到 调整为 压缩至 压减至 精简到 精简至",
  "not=happen": "不存在 未发生 没有发生 未出现 未产生 没有产生 没有出现 均未发生 未曾 未涉及 从未",
  not: "未 没有 无 没 未有 未收到 没有收到 未接到 没有接到 未受理 未接收到 未接收 没收到 尚未 尚无 暂无 均无 暂未收到 尚未收到 均未收到 未新收 没有受理 也无 也未",
  all: "均 全部 都 皆 悉数 一律 全数",
  "verb=withdrawn": "撤回 撤销 主动撤销 自主撤销 主动撤回 终止 退件",
  "verb=active": "主动公开 予以主动公开",
  "issue=active": "制作 制发",
  "foreign=attribute": "公文 公开属性",
  verb: "继续有效 动态更新 集中公开 集中发布 公开发布 举办 开展 召开 组织 参加 参与 编发 转发 更新 解读 推送 回应 接待 公示 公开 公开发布 主动发布 编制 编印 开设 新增设 新建 建立 培训 检查 抽查 整改 上传 报送 刊发 刊登 发放 张贴 制定制度 维护 征集 采纳 审查 审核 清理 修改 修订 失效 宣布失效 撰写 录入 梳理 发出 下发 采集 签收 转办 交办 督办 移交 移送 撤回 撤销 驳回 败诉 胜诉 退回 主动撤销 自主撤销 主动撤回 调解 终止 和解 补正 告知 更正 听证 协调 出动 立案 查处 查阅 下载 浏览 点击 访问 关注 收录 编辑 发表 制播 播出 投放 新公开 收集 收取 征收 减免 缴纳 投入 支出 安排 采购 执法 罚款 拟 预计 力争 确保 争取 达到 完成 退件 转送 交由",
  "filler=的": "的",
  "foreign=thing": "信息 条信息 各类信息 各类政府信息 政务信息 类信息 数据 动态",
  "foreign=complaint": "举报 投诉 举报投诉 投诉举报 举报投诉案件 行政申诉 申诉举报 申诉、举报 行政申诉、举报",
  foreign:
    "咨询 信件 来信 留言 网民留言 群众留言 建议 提案 人大代表建议 政协提案 信访 热线 工单 诉求 来电 来访咨询 信访件 信访事项 留言咨询 咨询件 市长信箱 县长信箱 区长信箱 领导信箱 局长信箱 镇长信箱 书记信箱 意见 意见建议 问题 文章 稿件 新闻 文件 公文 政策 政策解读 解读材料 政策文件 通知 公告 通知公告 公示公告 图片 视频 目录 清单 项目 办件 件次 会议 人员 工作人员 群众 企业 栏目 专题 专题专栏 点击量 访问量 浏览量 粉丝 阅读量 经费 舆情 案件线索 线索 12345 工作日 天 小时 分钟 合同 采购项目 招标 土地 户籍 证 许可证 执照 预算 决算 报告 年度报告 制度 方案 办法 指南 版 处 场 名 户 民生 服务事项 政务服务事项 公共服务事项 权力事项 行政权力事项 事项清单 责任清单 权责清单 人大建议 委员提案 网站留言 信箱 互动 在线访谈 访谈 新闻发布会 发布会 调查 民意征集 意见征集 建议提案 议案 监督电话 联系电话 咨询服务 咨询电话 行政确认 行政给付 行政检查 行政奖励 行政裁决 行政征收 公共服务 双随机 案卷 督查 考核 评估 培训班 培训会 案例 行政复议机关 复议机关 行政复议机构 复议机构 行政复议局 行政复议办公室 行政复议委员会",
  filler:
    "已按时 已按期 均按时 均按期 再行 截至 截止 截至到 截止到 而 里 依法 依规 依法依规 及时 按时 按期 如期 已 已经 为 是 有 了 之 其 该 此 关于 有关 相关 各类 各种 各种形式 各种方式 形式 方式 通过各种形式 通过各种渠道 通过各种方式 提出 提交 提出的 提交的 发起 向 向我局 向我县 向我办 向我镇 向我市 向我区 于 经 经过 在 法定期限内 在法定期限内 规定时限内 在规定时限内 在规定时间内 规定期限内 在规定期限内 法定时限内 在法定时限内 按要求 按规定 按照规定 严格按照规定 严格按照要求 严格依法 规范 妥善 认真 积极 高效 予以 作出 做出 进行 给予 到 至 得 且 又 也 还 此外 同时 截至目前 目前 年底 底 止 期间 情况 的情况 情形 方面 事项 案件 案 件数 数量 总件数 数 数为 属 属于 被 发生 提起 提请 从 等方面 申请人 申请者 社会公众 公众 人民群众 公民、法人和其他组织 公民、法人或者其他组织 公民、法人或其他组织 公民、法人及其他组织 公民和法人 公民、法人 公民法人和其他组织 公民、法人和其它组织 各界 社会各界 依照 依据 依照条例 依据条例 按照条例 按条例规定 根据条例 按 按照 转来 来 现 现有 就 则 即 便 自 起 直接 最终 结果 其结果 本年度办理结果 办理结果 答复结果 答复意见 答复书 告知书 条例 规定 要求 期限 时限 时间 内 严格 全面 准确 有效 目 实 存在 出现 政府 行政机关 机关 人民法院 法院 的方式 方式为 行为 决定书 无正当理由 正当 作为 尚 暂 仍 再 提 件 条 份 宗 起 例 项 个 次 人 元 数目 年 月 日 一是 二是 三是 四是 五是 主要受理 工作 各项 全 已按 予 进入 引 上述 以上 这些 该类 此类 有关规定 相关规定 法律法规 按程序 按流程 受到 由公众 由申请人 上 下 代表 代表市政府 代表县政府 代表区政府 代表省政府 代表镇政府 代表乡政府 代表市人民政府 代表县人民政府 代表区人民政府 代表省人民政府 继续 继续办理 待 者 所 依 列 表 详见下表 见下表 较好 良好 已依法 稳妥",
};

/** The words that begin with one character. They are put in order when a text first has it. */
class Beginning {
  private single: Word | undefined;
  private readonly words: Word[] = [];
  /** By the second character, longest first. */
  private longer: ReadonlyMap<number, readonly Word[]> | undefined;

  add(word: Word): void {
    if (word.text.length === 1) this.single = word;
    else this.words.push(word);
  }

  longestAt(text: string, at: number): Word | undefined {
    const longer = (this.longer ??= bySecond(this.words)).get(text.charCodeAt(at + 1));
    if (longer !== undefined) for (const word of longer) if (text.startsWith(word.text, at)) return word;
    return this.single;
  }
}

function bySecond(words: readonly Word[]): Map<number, Word[]> {
  const found = new Map<number, Word[]>();
  for (const word of [...words].sort((a, b) => b.text.length - a.text.length)) {
    const second = word.text.charCodeAt(1);
    const others = found.get(second);
    if (others === undefined) found.set(second, [word]);
    else others.push(word);
  }
  return found;
}

type Lexicon = ReadonlyMap<number, Beginning>;

let built: Lexicon | undefined;

/** The longest word that stands at `at`. */
export function wordAt(text: string, at: number): Word | undefined {
  return lexicon().get(text.charCodeAt(at))?.longestAt(text, at);
}

function lexicon(): Lexicon {
  return (built ??= build());
}

function build(): Lexicon {
  const seen = new Set<string>();
  const byFirst = new Map<number, Beginning>();
  for (const [head, words] of Object.entries(entries)) {
    const [role, value] = head.split("=");
    for (const text of words.split(" ")) {
      if (text === "" || seen.has(text)) continue;
      seen.add(text);
      const first = text.charCodeAt(0);
      const beginning = byFirst.get(first) ?? new Beginning();
      byFirst.set(first, beginning);
      beginning.add({ text, role: role as Role, value });
    }
  }
  return byFirst;
}
