/**
 * Writes the prose of reports from the values of their tables, in the ways in which reports are written: orders, objects,
 * numerals, enumerations, side remarks and sentences about other things vary. Each number that the tables (or the other
 * numbers of the sentence) decide is a slot with a kind, so that a fault of this kind can be put just there.
 */
import { random } from "./drafts.js";

export type FaultKind =
  | "received" | "carriedIn" | "finished" | "carriedOut" | "result" | "detail" | "applicant"
  | "reconsider" | "suit" | "suitKind" | "disputeResult" | "normative" | "power" | "fee"
  | "list" | "share" | "growth" | "allClosed" | "noneReceived" | "noDispute";

export interface Slot {
  readonly kind: FaultKind;
  /** The right text, without unit. */
  readonly right: string;
  /** A wrong one, for a number between 0 and 1. */
  readonly wrong: (chance: number) => string | undefined;
  /** For faults that are told at another place: the slot of the total. */
  readonly at?: Slot;
}

export type Piece = string | Slot;
export type Chapter = "overview" | "disclosure" | "applications" | "review";

export interface Writing {
  readonly organ: string;
  readonly chapters: Readonly<Partial<Record<Chapter, readonly (readonly Piece[])[]>>>;
}

type Values = ReadonlyMap<string, string>;

export class Writer {
  private readonly next: () => number;
  private readonly isCounty: boolean;
  private readonly organ: string;

  constructor(private readonly values: Values, seed: number) {
    this.next = random(seed);
    this.isCounty = this.next() < 0.6;
    this.style.numeral = this.pick((i: number) => `${i}.`, (i: number) => `${i}、`, (i: number) => `（${i}）`, (i: number) => `${"一二三四五六"[i - 1] ?? ""}、`);
    this.organ = this.isCounty ? this.pick("云溪县", "云溪县人民政府", "柳江区", "安丰市人民政府") : this.pick("云溪县教育局", "云溪县住房和城乡建设局", "柳江区卫生健康委员会", "安丰市人民政府办公室");
  }

  write(): Writing {
    const chapters: Partial<Record<Chapter, (readonly Piece[])[]>> = { overview: [], disclosure: [], applications: [], review: [] };
    const put = (chapter: Chapter, ...paragraphs: readonly (readonly Piece[])[]): void => void chapters[chapter]?.push(...paragraphs);
    put("overview", this.published(), this.applications(), this.elsewhere(), this.secured());
    if (this.next() < 0.5) put("applications", this.applications());
    put(this.pick("review", "overview"), this.disputes());
    if (this.next() < 0.6) put(this.pick("overview", "disclosure"), this.documents());
    return { organ: this.organ, chapters };
  }

  // —— small change ——

  private pick<T>(...choices: readonly T[]): T {
    const choice = choices[Math.floor(this.next() * choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  }

  private maybe<T>(chance: number, piece: T): readonly T[] {
    return this.next() < chance ? [piece] : [];
  }

  private value(key: string): number {
    return Number(this.values.get(key) ?? 0);
  }

  private cell(row: string, column = "total"): number {
    return this.value(`applications/${row}/${column}`);
  }

  private group(prefix: string): number {
    return [...this.values].reduce((sum, [key, value]) => (new RegExp(`^applications/${prefix}(?:\\.[^/]+)?/total$`).test(key) ? sum + Number(value) : sum), 0);
  }

  private dispute(group: string, column: string): number {
    return this.value(`review/count/${group}.${column}`);
  }

  private suits(column: string): number {
    return this.dispute("directSuit", column) + this.dispute("suitAfterReconsideration", column);
  }

  private slot(kind: FaultKind, value: number): Slot {
    const taken = this.takenBy(kind);
    const wrong = (chance: number): string => {
      let candidate = Math.max(0, value + (chance < 0.5 ? -1 : 1) * (1 + Math.floor(chance * 37)));
      while (candidate === value || taken.has(candidate)) candidate++;
      return this.numeral(candidate);
    };
    return { kind, right: this.numeral(value), wrong };
  }

  /** Values that a number of this kind may rightly have, whatever the words: a fault has to be one. */
  private takenBy(kind: FaultKind): ReadonlySet<number> {
    const [received, carriedIn, handled] = [this.cell("received"), this.cell("carriedIn"), this.cell("handledTotal")];
    const other = this.group("other");
    if (kind === "received" || kind === "finished") return new Set([received, received + carriedIn, handled, handled - carriedIn, handled - other, handled - other - this.group("rejected")]);
    if (kind === "carriedIn" || kind === "carriedOut") return new Set([carriedIn, this.cell("carriedOut")]);
    if (kind === "result") return new Set([this.cell("granted"), this.cell("granted") + this.cell("partlyGranted")]);
    if (kind === "applicant") return new Set(["received", "carriedIn", "handledTotal"].flatMap((row) => [this.cell(row, "naturalPerson"), this.cell(row) - this.cell(row, "naturalPerson")]).flatMap((n, _, all) => all.map((m) => n + m).concat(n)));
    return new Set();
  }

  private readonly style = { chance: 0, numeral: (i: number): string => `${i}.` };

  private numeral(value: number): string {
    if (this.style.chance === 0) this.style.chance = this.next();
    if (this.style.chance < 0.06 && value > 0 && value < 10_000) return chineseNumeral(value);
    if (this.style.chance < 0.1) return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
    if (this.style.chance < 0.14 && value >= 1000) return value.toLocaleString("en-US");
    return String(value);
  }

  private percent(part: number, whole: number, decimals: number): Slot {
    const scale = 10 ** decimals;
    const right = Math.round((part * 100 * scale) / whole) / scale;
    const wrong = (chance: number): string => `${(right + (right > 60 ? -1 : 1) * (7.3 + chance * 19)).toFixed(decimals)}`;
    return { kind: "share", right: right.toFixed(decimals), wrong };
  }

  // —— who and when ——

  private when(): string {
    return this.pick("2024年，", "2024年度，", "本年度，", "全年", "2024年全年，", "本年", "2024年", "一年来，", "今年，", "截至2024年12月31日，", "2024年1月1日至12月31日，", "报告年度内，", "");
  }

  private who(): string {
    const level = /[县区市]/.exec(this.organ)?.[0] ?? "县";
    if (this.isCounty) return this.pick(`全${level}`, `我${level}`, `全${level}各级行政机关`, "", `全${level}`, this.organ.replace(/人民政府$/, ""));
    const short = this.organ.endsWith("局") ? "局" : this.organ.endsWith("委员会") ? "委" : "办公室";
    return this.pick(short === "办公室" ? "我办" : `我${short}`, "本机关", "", this.organ.replace(/^.{2}/, ""), this.organ, "我单位");
  }

  private object(): string {
    return this.pick("政府信息公开申请", "政府信息公开申请", "依申请公开申请", "信息公开申请", "依申请公开", "政府信息依申请公开申请", "依申请公开政府信息申请", "公民、法人和其他组织提出的政府信息公开申请", "政府信息公开申请件");
  }

  private end(): string {
    return this.pick("。", "。", "。", "，均依法依规办理。", "，办理程序规范。", "。申请人对答复总体满意。", "；");
  }

  // —— applications ——

  private applications(): readonly Piece[] {
    const received = this.cell("received");
    const lead = this.pick("（二）依申请公开情况。", "（二）依申请公开。", "二是规范办理依申请公开。", "", "（二）依申请公开工作规范有序。进一步健全接收、登记、办理、审核、答复、归档全流程管理机制。", "2．依申请公开。");
    if (received === 0 && this.cell("carriedIn") === 0) return [lead, this.when(), this.who(), this.pick("未收到", "没有收到", "未接到"), this.pick("政府信息公开申请", "依申请公开申请"), "。"];
    return [lead, ...this.arrival(), ...this.maybe(0.55, this.resultsOf()).flat(), ...this.maybe(0.4, this.applicants()).flat(), ...this.maybe(0.3, this.growth()).flat(), this.untrue("noneReceived", received > 0, [`${this.subject()}未收到政府信息公开申请。`, `${this.subject()}没有收到依申请公开申请。`, `2024年，${this.subject()}无依申请公开事项。`, `全年未接到政府信息公开申请。`])];
  }

  /** Words that stand there only as a fault. */
  private untrue(kind: FaultKind, isFault: boolean, wordings: readonly string[]): Slot {
    const wrong = (chance: number): string | undefined => (isFault ? wordings[Math.floor(chance * wordings.length)] : undefined);
    return { kind, right: "", wrong };
  }

  private subject(): string {
    return this.isCounty ? `我${/[县区市]/.exec(this.organ)?.[0] ?? "县"}` : "我单位";
  }

  /** Where nothing was carried in, 受理N件 may leave out those that were carried out, if these are told beside it. */
  private withOthersCarriedOut(handled: number, carriedOut: number): Piece[] {
    return [this.when(), this.who(), "受理", this.object(), `${handled}件（另有`, this.slot("carriedOut", carriedOut), "件结转下年度办理）。"];
  }

  private arrival(): Piece[] {
    const [received, carriedIn, handled, carriedOut] = ["received", "carriedIn", "handledTotal", "carriedOut"].map((row) => this.cell(row)) as [number, number, number, number];
    const r = this.slot("received", received);
    const all = this.slot("received", received + carriedIn);
    const [i, h, o] = [this.slot("carriedIn", carriedIn), this.slot("finished", handled), this.slot("carriedOut", carriedOut)];
    const head = [this.when(), this.who()];
    const verb = this.pick("共收到", "收到", "共受理", "受理", "共接到", "累计收到", "接收");
    const broughtIn = this.pick(["上年结转", i, "件"], ["上年度结转", i, "件"], ["2023年结转", i, "件"], ["上年结转申请", i, "件"], ["结转上年", i, "件"]);
    const done = this.pick(["办结", h, "件"], ["已办结", h, "件"], ["共办结", h, "件"], ["办理完毕", h, "件"], ["依法答复", h, "件"], ["按期办结", h, "件"], ["全年办结", h, "件"], [h, "件已办结"], ["按时答复", h, "件"]);
    const carriedOn = this.pick(["结转下年度", o, "件"], ["结转下年度继续办理", o, "件"], ["结转至2025年", o, "件"], ["结转下年", o, "件"], [o, "件结转下年度办理"], ["结转2025年继续办理", o, "件"], ["结转下一年度", o, "件"]);
    if (carriedIn === 0 && carriedOut > 0 && this.next() < 0.3) return this.withOthersCarriedOut(handled, carriedOut);
    const both = this.next() < 0.4;
    const join = this.pick("，", "，", "；", "、");
    const first: Piece[] = both
      ? [verb, this.object(), all, "件", ...this.pick<Piece[]>(["（含上年结转", i, "件）"], ["（其中上年结转", i, "件）"], ["，其中上年结转", i, "件"], ["（包括上年结转", i, "件）"])]
      : this.pick<Piece[]>(
          [verb, this.object(), r, "件，", ...broughtIn],
          ["新收", this.object(), r, "件，", ...broughtIn],
          [...broughtIn, "，本年新收", this.object(), r, "件"],
          [verb, r, "件", this.pick("政府信息公开申请", "信息公开申请"), "，", ...broughtIn],
          [this.pick("政府信息公开申请", "依申请公开"), "共", r, "件，", ...broughtIn],
        );
    return [...head, ...first, join, ...done, join, ...carriedOn, this.end()];
  }

  private resultsOf(): Piece[] {
    const rows: readonly (readonly [string, number])[] = [
      ["予以公开", this.cell("granted")], ["部分公开", this.cell("partlyGranted")], ["不予公开", this.group("refused")],
      ["无法提供", this.group("unavailable")], ["不予处理", this.group("rejected")], ["其他处理", this.group("other")],
    ];
    const handled = this.cell("handledTotal");
    if (this.next() < 0.12) return this.besideOwnRow();
    const form = this.pick("before", "before", "before", "behind", "de", "parts");
    const shown = this.next() < 0.3 ? rows.filter(([, n]) => n > 0) : rows;
    const join = this.pick("，", "、", "；");
    const withShare = form === "before" && join !== "、" && handled > 0 && this.next() < 0.35;
    const decimals = this.pick(1, 2, 2);
    const items = shown.map(([name, n]): Piece[] => {
      const slot = this.slot("result", n);
      const item: Piece[] = form === "behind" ? [slot, "件", name] : form === "de" ? [name, "的", slot, "件"] : [name, slot, "件"];
      return withShare ? [...item, "，", this.pick("占", "占比", "占比为"), this.percent(n, handled, decimals), "%"] : item;
    });
    const h = this.slot("finished", handled);
    const lead = this.pick<Piece[]>(["在办结的申请中，"], ["办理结果为："], ["本年度办理结果："], ["在已答复的", h, "件申请中，"], ["办结的", h, "件申请中，"], ["从办理结果看，"]);
    const head: Piece[] = withShare ? this.pick<Piece[]>(["全年办结", this.object(), h, "件，其中"], ["共答复政府信息公开申请", h, "件，其中："]) : lead;
    return [...head, ...joined(items, join), "。", ...this.maybe(0.4, this.details()).flat()];
  }

  /** 逾期未补正3件，其他处理2件 of a group of five. */
  private besideOwnRow(): Piece[] {
    const overdue = this.cell("other.overdueCorrection");
    return ["从办理结果看，予以公开", this.slot("result", this.cell("granted")), "件，不予公开", this.slot("result", this.group("refused")), `件，逾期未补正${overdue}件，其他处理${this.group("other") - overdue}件。`];
  }

  private details(): Piece[] {
    const refused: readonly (readonly [string, string])[] = [["属于国家秘密", "refused.stateSecret"], ["保护第三方合法权益", "refused.thirdParty"], ["属于三类内部事务信息", "refused.internalAffairs"], ["属于四类过程性信息", "refused.processInformation"], ["属于行政执法案卷", "refused.enforcementFile"], ["属于行政查询事项", "refused.administrativeInquiry"]];
    const missing: readonly (readonly [string, string])[] = [["本机关不掌握相关政府信息", "unavailable.notHeld"], ["没有现成信息需要另行制作", "unavailable.needsCreation"], ["补正后申请内容仍不明确", "unavailable.unclear"]];
    const [name, prefix, rows] = this.pick(["不予公开", "refused", refused] as const, ["无法提供", "unavailable", missing] as const);
    const items = rows.map(([label, row]): Piece[] => [label, this.slot("detail", this.cell(row)), "件"]);
    return [name, this.slot("result", this.group(prefix)), "件，其中", ...joined(items, this.pick("、", "，")), name === "不予公开" ? "等" : "", "。"];
  }

  private applicants(): Piece[] {
    const received = this.cell("received");
    const natural = this.cell("received", "naturalPerson");
    const [n, l] = [this.slot("applicant", natural), this.slot("applicant", received - natural)];
    const legal = this.pick("法人或其他组织", "法人和其他组织", "法人或者其他组织", "法人");
    return this.pick<Piece[]>(
      ["从申请主体看，自然人申请", n, "件，", legal, "申请", l, "件。"],
      ["收到的申请中，自然人", n, "件，", legal, l, "件。"],
      ["按申请人类型分，自然人", n, "件、", legal, l, "件。"],
      ["新收政府信息公开申请", this.slot("received", received), "件，其中自然人", n, "件，", legal, l, "件。"],
      ["新收申请中，自然人、", legal, "分别为", n, "件、", l, "件。"],
    );
  }

  private growth(): Piece[] {
    const received = this.cell("received");
    const earlier = Math.max(3, received + Math.floor((this.next() - 0.5) * received));
    if (earlier === received || received === 0) return [];
    const isMore = received > earlier;
    const percent = { ...this.percent(Math.abs(received - earlier), earlier, 1), kind: "growth" as const };
    const r = this.slot("received", received);
    return this.pick<Piece[]>(
      ["新收申请", r, `件，较2023年的${earlier}件`, isMore ? "增长" : "下降", percent, "%。"],
      [`2023年收到政府信息公开申请${earlier}件，2024年收到`, r, "件，同比", isMore ? "增长" : "下降", percent, "%。"],
      ["收到申请", r, `件，上年为${earlier}件，`, isMore ? "同比增长" : "同比下降", percent, "%。"],
    );
  }

  // —— disputes ——

  private disputes(): readonly Piece[] {
    const reconsider = this.dispute("reconsideration", "total");
    const suit = this.suits("total");
    const cause = this.pick("因政府信息公开", "涉及政府信息公开的", "因政府信息公开工作", "因政府信息公开引发的", "因政府信息公开引起");
    if (reconsider === 0 && suit === 0) return [this.when(), this.who(), this.pick("没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", "未发生因政府信息公开申请行政复议、提起行政诉讼的情况。")];
    const [a, b] = [this.slot("reconsider", reconsider), this.slot("suit", suit)];
    const [d, l] = [this.slot("suitKind", this.dispute("directSuit", "total")), this.slot("suitKind", this.dispute("suitAfterReconsideration", "total"))];
    const results = (column: (name: string) => number): Piece[] => {
      const names: readonly (readonly [string, string])[] = [[this.pick("结果维持", "维持"), "upheld"], [this.pick("结果纠正", "被纠正", "纠正"), "corrected"], ["其他结果", "other"], [this.pick("尚未审结", "正在审理", "未审结"), "pending"]];
      return joined(names.map(([name, key]): Piece[] => [name, this.slot("disputeResult", column(key)), "件"]), this.pick("，", "、"));
    };
    const first = this.pick<Piece[]>(
      [this.when(), this.who(), cause, "被申请行政复议", a, "件"],
      [this.when(), cause, "行政复议案件", a, "件"],
      [this.when(), this.who(), "发生政府信息公开行政复议", a, "件"],
      [this.when(), "政府信息公开类行政复议案件共", a, "件"],
    );
    const second = this.pick<Piece[]>(["提起行政诉讼", b, "件"], ["行政诉讼", b, "件"], ["被提起行政诉讼", b, "件"], ["行政诉讼案件", b, "件"]);
    const kinds = this.pick<Piece[]>(["（未经复议直接起诉", d, "件，复议后起诉", l, "件）"], ["，其中未经复议直接起诉", d, "件、复议后起诉", l, "件"], []);
    const pending = this.dispute("reconsideration", "pending");
    const closed = this.untrue("allClosed", pending > 0, ["，均已审结", "，全部审结", "，均获维持", "，已全部审结", "，均已结案"]);
    const none = this.untrue("noDispute", reconsider > 0 && suit > 0, ["全年未发生政府信息公开行政复议、行政诉讼。", "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", "无政府信息公开行政复议和行政诉讼案件。"]);
    return this.pick<() => readonly Piece[]>(
      () => [...first, closed, "。", cause, ...second, ...kinds, "。", none],
      () => [...first, "，其中", ...results((name) => this.dispute("reconsideration", name)), "；", ...second, ...kinds, "。"],
      () => [...first, "，", ...second, ...kinds, "。"],
      () => [...first, "，", ...results((name) => this.dispute("reconsideration", name)), "。", this.pick("因政府信息公开", "政府信息公开"), ...second, "，其中", ...results((name) => this.suits(name)), "。"],
      () => [this.when(), this.who(), cause.replace(/的$/, ""), "产生的行政复议、行政诉讼分别为", a, "件、", b, "件。"],
    )();
  }

  // —— table two ——

  private documents(): readonly Piece[] {
    const issued = this.value("disclosure/normative/issued");
    const [i, r, f] = [this.slot("normative", issued), this.slot("normative", this.value("disclosure/normative/repealed")), this.slot("normative", this.value("disclosure/normative/inForce"))];
    const [p, q, c] = ["permit", "penalty", "coercion"].map((row) => this.slot("power", this.value(`disclosure/${row}/decisions`))) as [Slot, Slot, Slot];
    const amount = this.values.get("disclosure/fee/amount") ?? "0";
    const fee: Slot = { kind: "fee", right: amount, wrong: (chance) => (Number(amount) + 5 + Math.floor(chance * 300)).toFixed(2) };
    const named = this.pick("行政规范性文件", "规范性文件");
    const texts: Piece[] = this.values.has("disclosure/normative/issued")
      ? this.pick<Piece[]>(
          [this.when(), this.who(), this.pick("制发", "制定", "印发", "出台"), named, i, "件，废止", r, "件，现行有效", f, "件。"],
          [this.when(), this.who(), "共制发", i, "件", named, "，废止", r, "件，现行有效的有", f, "件。"],
          ["现行有效", named, f, "件，本年制发", i, "件、废止", r, "件。"],
        )
      : [];
    const powers = this.pick<Piece[]>(
      [this.when(), this.who(), "作出行政许可决定", p, "件，行政处罚决定", q, "件，行政强制决定", c, "件。"],
      ["全年下达行政许可处理决定", p, "件，实施行政处罚", q, "件。"],
      [],
    );
    const money: Piece[] = this.values.has("disclosure/fee/amount") ? this.pick<Piece[]>(["行政事业性收费", fee, "万元。"], ["全年行政事业性收费金额", fee, "万元。"], []) : [];
    return [...texts, ...powers, ...money];
  }

  // —— what the tables know nothing of ——

  private published(): readonly Piece[] {
    const lead = this.pick("（一）主动公开情况。", "一是加大主动公开力度。", "（一）主动公开。", "");
    return [lead, ...this.pick<() => readonly Piece[]>(() => this.listOfThings(), () => this.listOfThings(), () => this.listOfThings(), () => this.listOfOrgans(), () => this.listWithin())()];
  }

  /** 3 to 6 parts that add up to the total of this slot, and slots of the parts whose faults are told there. */
  private parts(count: number): { readonly whole: Slot; readonly total: number; readonly parts: readonly Slot[] } {
    const amounts = Array.from({ length: count }, () => 3 + Math.floor(this.next() * 900));
    const total = amounts.reduce((sum, n) => sum + n, 0);
    const nearby = (n: number, chance: number): number => Math.max(1, Math.ceil(chance * n * 0.25));
    const whole: Slot = { kind: "list", right: this.numeral(total), wrong: (chance) => this.numeral(total + (chance < 0.5 ? -1 : 1) * nearby(total, chance)) };
    return { whole, total, parts: amounts.map((n) => ({ kind: "list", right: this.numeral(n), wrong: (chance) => this.numeral(n + 1 + Math.floor(chance * 70)), at: whole })) };
  }

  /** What the items of lists are called: plain names, deeds that are names, names with numbers and with organs in them. */
  private itemName(i: number): string {
    const names = ["政策文件类", "财政预决算", "重大建设项目", "规划计划", "公共服务", "应急管理", "教育卫生", "生态环境", "乡村振兴", "人事信息"];
    const plain = names[(i + Math.floor(this.next() * 2)) % names.length] ?? "";
    return this.next() < 0.6 ? plain : this.pick("解读", "培训", "采购", "为民办实事", "社会保障", "城乡建设", "部门预决算", "乡镇动态", "古塘镇5.4级地震救灾", "12345热线", "S315线改造", "5G建设", "“1+6”文件", "4.5公里道路");
  }

  private listOfThings(): readonly Piece[] {
    const { whole, parts } = this.parts(3 + Math.floor(this.next() * 4));
    const unit = this.pick("条", "条", "篇", "件");
    // A bare number in Chinese numerals is not read: 三 is part of many words.
    const isDigits = !/[一二三四五六七八九十百千]/.test(whole.right);
    const announces = this.pick("rest", "colon", "respectively", "numbered", isDigits ? "bare" : "rest");
    const deed = announces === "colon" ? this.pick("共发布各类信息", "累计公开各类政府信息", "共公开政府信息") : this.pick("主动公开政府信息", "共发布各类信息", "通过门户网站公开政府信息", "累计公开各类政府信息");
    const head: Piece[] = [this.when(), this.who(), deed, whole, unit];
    const last = parts.length - 1;
    const name = (i: number): string => (announces !== "colon" && announces !== "respectively" && i === last ? this.pick("其他信息", "其他", "其他类信息") : `${this.itemName(i)}${this.pick("信息", "")}`);
    if (announces === "respectively") return [...head, "，其中", parts.map((_, i) => `${["政策文件类", "财政预决算", "规划计划", "公共服务", "教育卫生", "人事信息"][i] ?? ""}信息`).join("、"), "分别为", ...joined(parts.map((part) => [part, unit]), "、"), "。"];
    const mark = announces === "numbered" || announces === "bare" ? this.pick("；", "，") : this.pick("，", "、", "；");
    const numeral = (i: number): string => (announces === "numbered" || announces === "bare" ? this.style.numeral(i + 1) : "");
    const items = parts.map((part, i): Piece[] => [numeral(i), name(i), part, announces === "bare" ? "" : unit]);
    const opener = announces === "colon" ? this.pick("，其中：", "，其中，") : this.pick("，其中", "，其中：");
    const tail = announces === "rest" ? this.maybe(0.3, `；通过微信公众号推送信息${3 + Math.floor(this.next() * 900)}${unit}`) : [];
    return [...head, opener, ...joined(items, mark), ...tail, "。"];
  }

  /** 其中，县直各单位公开a条，占N%。各乡镇公开b条，占M%。 */
  private listOfOrgans(): readonly Piece[] {
    const { whole, total, parts } = this.parts(2);
    const level = /[县区市]/.exec(this.organ)?.[0] ?? "县";
    const [first, second] = parts as readonly [Slot, Slot];
    const isShared = this.next() < 0.5;
    const share = (part: Slot): readonly Piece[] => (isShared ? ["，占", this.plainPercent(part, total)] : []);
    const between = this.pick("。", "；", "，");
    // In two sentences it is not said that there is nothing else: only more than the total is a fault.
    const above: Slot = { ...whole, wrong: (chance) => this.numeral(Math.max(1, total - 1 - Math.ceil(chance * total * 0.2))) };
    const wholeSlot = isShared ? { ...above, wrong: () => undefined } : above;
    const at = (part: Slot): Slot => (isShared ? { ...part, wrong: () => undefined } : { ...part, at: wholeSlot });
    return [this.when(), "主动公开政府信息", wholeSlot, "条。其中，", `${level}直各单位`, "公开", at(first), "条", ...share(first), between, "各乡镇公开", at(second), "条", ...share(second), "。"];
  }

  /** 主动公开的N条信息中，A a条，占N%。 */
  private listWithin(): readonly Piece[] {
    const { whole, total, parts } = this.parts(3);
    const rest = 1 + Math.floor(this.next() * 300);
    const fixed: Slot = { ...whole, right: this.numeral(total + rest), wrong: () => undefined };
    const decimals = this.pick(1, 2);
    const items = parts.map((part, i): Piece[] => [`${this.itemName(i)}信息`, { ...part, wrong: () => undefined }, "条，占", this.percent(valueOf(part), total + rest, decimals), "%"]);
    return [this.when(), "主动公开的", fixed, "条信息中，", ...joined(items, this.pick("；", "，")), "。"];
  }

  private plainPercent(part: Slot, total: number): string {
    return `${(Math.round((valueOf(part) * 1000) / total) / 10).toFixed(1)}%`;
  }

  private elsewhere(): readonly Piece[] {
    const n = (): string => String(2 + Math.floor(this.next() * 900));
    const [a, b, c] = [n(), n(), n()].map(Number) as [number, number, number];
    const sentences = [
      `受理12345热线工单${n()}件，办结${n()}件。`,
      `回复网民留言${n()}条，满意率98.${n().slice(0, 1)}%。`,
      `举办培训班${n()}期，培训${n()}人次。`,
      `县政府办公室牵头召开推进会${n()}次，印发通报${n()}期。`,
      `发布政策解读${n()}篇，图解${n()}个。`,
      `2023年收到政府信息公开申请${n()}件，办结${n()}件。`,
      `微信公众号推送信息${n()}条，阅读量${n()}万次，同比增长${n()}%。`,
      `办理人大代表建议${n()}件、政协委员提案${n()}件，办结率100%。`,
      `公示行政许可信息${n()}条、行政处罚信息${n()}条。`,
      `办理行政许可${n()}件，发布行政许可办理事项${n()}件。`,
      `梳理行政权力事项${n()}项，动态调整${n()}项。`,
      `当面接待咨询${n()}人次，电话答复${n()}次。`,
      `上半年收到信息公开申请${n()}件。`,
      `乡镇收到政府信息公开申请${n()}件。`,
      `抽查单位${n()}家，发现问题${n()}个，整改率100%。`,
      `收到信访件${n()}件，答复${n()}件。`,
      `据统计，全年网站访问量达${n()}.${n().slice(0, 1)}万人次。`,
      `编发政府公报${n()}期，刊登文件${n()}件。`,
      `全年制发公文${a + b + c}件，其中主动公开${a}件、依申请公开${b}件、不予公开${c}件。`,
      `公开信息${a + b}条，主动公开${a}条，依申请公开${b}条。`,
      `行政复议机关共受理行政复议案件${n()}件，办结${n()}件。`,
      `接到8890平台交办件${n()}件、12345热线转办件${n()}件。`,
      `依据《条例》第三十二条、第十五条，规范答复文书${n()}种。`,
      `办结留言${n()}件，征集意见${n()}次；公开各类会议信息，包括常务会议${n()}次、专题会议${n()}次。`,
      `新增规章${a + b}件（含新制定${a}件，修改${b}件）。`,
      `全文电子化率达100%，网站浏览量${n()}万次。`,
    ];
    return [this.pick("（三）政府信息管理。", "三是加强平台建设。", ""), this.pick(...sentences), this.pick(...sentences), this.pick(...sentences)];
  }

  private secured(): readonly Piece[] {
    return [this.pick("（五）监督保障。健全考核机制，将政务公开纳入年度绩效考核，分值占比4%。", "五是强化监督保障。主要领导专题研究2次，开展专项检查4次。", "（五）监督保障情况。全年未发生责任追究情况。")];
  }
}

/** Of a slot that a number was written into, in whatever digits. */
function valueOf({ right }: Slot): number {
  return Number(right.normalize("NFKC").replace(/,/g, "")) || chineseValue(right);
}

function chineseValue(text: string): number {
  const digits = "零一二三四五六七八九";
  let sum = 0;
  let digit = 0;
  for (const character of text) {
    const place = { 十: 10, 百: 100, 千: 1000 }[character];
    if (place === undefined) digit = digits.indexOf(character);
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * place, 0];
  }
  return sum + digit;
}

function joined(items: readonly (readonly Piece[])[], mark: string): Piece[] {
  return items.flatMap((item, i) => (i === 0 ? [...item] : [mark, ...item]));
}

function chineseNumeral(value: number): string {
  const digits = "零一二三四五六七八九";
  const figures = String(value).padStart(4, "0");
  const places = ["千", "百", "十", ""];
  let text = "";
  for (let i = 0; i < 4; i++) {
    const digit = Number(figures[i]);
    if (digit > 0) text += `${digits.charAt(digit)}${places[i] ?? ""}`;
    else if (text !== "" && !text.endsWith("零") && Number(figures.slice(i)) > 0) text += "零";
  }
  return text.replace(/^一十/, "十");
}
