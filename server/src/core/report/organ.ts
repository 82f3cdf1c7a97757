/** What the name of an organ tells: whose level it is, of which place, and what it calls itself (我镇, 我局). */
export interface Organ {
  readonly name: string;
  readonly kind: "government" | "township" | "department" | "vertical" | "zone" | "office";
  /** Of a government: whose report is due when. Undefined where the name does not tell, as with most names in 市. */
  readonly level: "province" | "prefecture" | "county" | undefined;
  /** The place it governs or belongs to: 县, 市, 区, 旗, 省, 州; of a township 镇, 乡, 街道. Undefined where the name does not say. */
  readonly region: string | undefined;
  /** What a department calls itself: 局, 委. */
  readonly unit: string | undefined;
}

const municipalities = /^(?:北京|上海|天津|重庆)市$/;
const verticalWords = /税务|海关|气象|邮政管理|烟草|海事|消防|边防|边检|人民银行|外汇管理|银保监|银监|证监|保监|金融监督管理|金融监管|国家统计局|调查队|矿山安全|煤矿安全|煤矿安监|地震|通信管理|民航|铁路|国家安全|能源监管|无线电/;
const zoneWords = /(?:管委会|管理委员会|管理处|开发区|高新区|经开区|新区|示范区|实验区|试验区|园区|度假区|管理区|保税区|景区|工业区|产业区|集聚区|合作区|功能区|管理局)$/;
const townshipWords = /(?:镇|乡|苏木|街道|街道办事处|街道办|办事处)$/;
const officeWords = /(?:人民政府|政府)(?:办公室|办公厅|办)$/;
const departmentWords = /(?:局|厅|委员会|委|办公室|办|中心|院|队|处|站|所|署|会|社|馆|部)$/;
const placeName = /^(?:[^省市县]{2,7}?(?:省|自治区))?(?:[^省县]{2,10}?(?:市(?!场|政|容|民)|自治州|地区|盟))?(?:[^省市]{1,12}?(?:自治县|自治旗|县|旗|(?<![社景小园辖灾地新治])区(?!域|划)))?/;

/** How names of organs end: all of them are 府, 局, 委, 街道 … of something. */
const organEnd = /(?:[府局厅委办室会院校园馆台社所站队团部处署司行组协联区县市省旗州盟乡镇村]|街道|苏木|中心|大学|中学|小学|公司|集团|林场|农场|海关|总署|新城|机关)$/;
const organCharacters = /^[\u4e00-\u9fffA-Za-z0-9()·、]{3,40}$/;
/** Menus and columns of web sites, some of which end like that: 政务公开专区, 网上办事大厅. */
const siteWords = /(?:信息|政务)公开(?!办|领导|科|服务)|首页|网站|门户|频道|专栏|专区|平台$|大厅$|导航|目录|栏目|新闻(?!办|局|出版)|互动|正文|当前|微信|微博|登录|注册|无障碍|简体|繁体|年报|报告|通知|公告/;

/** Whether a line of its own may be the name of an organ. */
export function isOrganName(folded: string): boolean {
  return organCharacters.test(folded) && organEnd.test(folded) && !siteWords.test(folded);
}

/** Reads a folded name; undefined where it is none that we know how to read. */
export function readOrgan(name: string): Organ | undefined {
  const base = name.replace(/(?:人民政府|政府)$/, "");
  if (base.length < 2) return undefined;
  if (officeWords.test(name)) return { name, kind: "office", level: undefined, region: regionOf(name), unit: "办" };
  if (verticalWords.test(name)) return { name, kind: "vertical", level: undefined, region: undefined, unit: unitOf(base) };
  if (townshipWords.test(base)) return { name, kind: "township", level: undefined, region: townshipUnit(base), unit: undefined };
  if (/区$/.test(base) ? isZone(base) : /(?:管委会|管理委员会|管理处|(?:区|景区)管理局)$/.test(base)) return { name, kind: "zone", level: undefined, region: undefined, unit: undefined };
  if (/(?:省|自治区|市|县|旗|区|州|盟|地区)$/.test(base)) return government(name, base);
  if (departmentWords.test(base)) return { name, kind: "department", level: undefined, region: regionOf(base), unit: unitOf(base) };
  return undefined;
}

function isZone(base: string): boolean {
  return zoneWords.test(base) && !/自治区$/.test(base);
}

function government(name: string, base: string): Organ {
  const region = /自治区$/.test(base) ? "自治区" : base.slice(-1);
  return { name, kind: "government", level: levelOf(base), region, unit: undefined };
}

function levelOf(base: string): Organ["level"] {
  if (/(?:省|自治区)$/.test(base) || municipalities.test(base)) return "province";
  if (/(?:州|盟|地区)$/.test(base)) return "prefecture";
  if (/[县旗区]$/.test(base)) return municipalities.test(base.slice(0, 3)) ? undefined : "county";
  // 瑞金市 may be of either level; 赣州市瑞金市 is not.
  return /[市州盟].{1,6}市$/.test(base) && !/^.{1,3}州市$/.test(base) ? "county" : undefined;
}

function townshipUnit(base: string): string {
  if (/街道(?:办事处|办)?$/.test(base)) return "街道";
  return base.endsWith("办事处") ? "办事处" : base.endsWith("苏木") ? "苏木" : base.slice(-1);
}

function regionOf(name: string): string | undefined {
  const place = placeName.exec(name)?.[0] ?? "";
  return place === "" ? undefined : place.slice(-1);
}

function unitOf(base: string): string | undefined {
  if (/委员会$|委$/.test(base)) return "委";
  return /(?:局|厅|中心|院)$/.exec(base)?.[0];
}
