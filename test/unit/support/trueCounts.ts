/**
 * Sentences that are true of the tables beside them, or of which it cannot be known that they are not, written for the tests after constructions that
 * have been misread: lots told by themselves, a group beside its own rows, attributes of documents, deeds of others, totals that were left blank.
 */
import type { TruePassages } from "./truePassages.js";

const organ = "云溪县";

/** 20 new, 4 carried in, 24 handled: 19 granted, 3 refused, 2 not held. */
const lots: Readonly<Record<string, string>> = {
  "applications/received/naturalPerson": "20", "applications/received/total": "20",
  "applications/carriedIn/naturalPerson": "4", "applications/carriedIn/total": "4",
  "applications/granted/naturalPerson": "19", "applications/granted/total": "19",
  "applications/refused.internalAffairs/naturalPerson": "3", "applications/refused.internalAffairs/total": "3",
  "applications/unavailable.notHeld/naturalPerson": "2", "applications/unavailable.notHeld/total": "2",
  "applications/handledTotal/naturalPerson": "24", "applications/handledTotal/total": "24",
};

const byLots: readonly string[] = [
  "新收到申请20件，予以公开15件，不予公开3件，无法提供2件；上年结转办理4件，予以公开4件。",
  "新收申请20件，予以公开15件，不予公开3件，无法提供2件；上年结转4件，均予以公开。",
  "新收申请20件，予以公开15件，不予公开3件，无法提供2件。上年结转4件，已全部办结。",
  "新收申请20件，其中予以公开15件，不予公开3件，无法提供2件。上年结转4件，其中予以公开4件。",
  "新收申请20件，予以公开16件，不予公开2件，无法提供2件；上年结转4件，予以公开3件，不予公开1件。",
  "本年新收20件，上年结转4件，共办理24件，予以公开19件，不予公开3件，无法提供2件。",
];

/** 20 new, 3 of them carried out, 17 handled. */
const besides: Readonly<Record<string, string>> = {
  "applications/received/naturalPerson": "20", "applications/received/total": "20",
  "applications/granted/naturalPerson": "17", "applications/granted/total": "17",
  "applications/handledTotal/naturalPerson": "17", "applications/handledTotal/total": "17",
  "applications/carriedOut/naturalPerson": "3", "applications/carriedOut/total": "3",
};

const othersCarriedOut: readonly string[] = [
  "全年受理政府信息公开申请17件（另有3件结转下年度办理），均予以公开。",
  "全年受理政府信息公开申请17件，另有3件结转下年度办理。",
  "收到申请17件并全部答复，另3件转下一年度办理。",
  "收到申请20件，办结17件，其余3件转下一年度办理答复。",
  "所有申请均已依法办理，转下一年度办理答复的有3件。",
  "收到申请20件，办结17件，转下一年办理3件。",
  "收到申请20件，办结17件，顺延至2025年3件。",
  "收到申请20件，办结17件，转入2025年办理3件。",
];

/** 其他处理: 3 overdue, 2 others. */
const rest: Readonly<Record<string, string>> = {
  "applications/received/naturalPerson": "46", "applications/received/total": "46",
  "applications/granted/naturalPerson": "30", "applications/granted/total": "30",
  "applications/refused.stateSecret/naturalPerson": "2", "applications/refused.stateSecret/total": "2",
  "applications/refused.thirdParty/naturalPerson": "3", "applications/refused.thirdParty/total": "3",
  "applications/unavailable.notHeld/naturalPerson": "4", "applications/unavailable.notHeld/total": "4",
  "applications/unavailable.unclear/naturalPerson": "2", "applications/unavailable.unclear/total": "2",
  "applications/other.overdueCorrection/naturalPerson": "3", "applications/other.overdueCorrection/total": "3",
  "applications/other.rest/naturalPerson": "2", "applications/other.rest/total": "2",
  "applications/handledTotal/naturalPerson": "46", "applications/handledTotal/total": "46",
};

const besideOwnRows: readonly string[] = [
  "予以公开30件，不予公开5件，无法提供6件，逾期未补正3件，其他处理2件。",
  "予以公开30件，不予公开5件，无法提供6件，其他处理2件，逾期不补正3件。",
  "予以公开30件，涉及国家秘密2件，不予公开3件，无法提供6件，其他处理5件。",
  "本机关不掌握相关政府信息4件，无法提供2件，其他处理5件。",
  "其他处理5件，其中申请人无正当理由逾期不补正3件、其他2件。",
];

/** One reconsideration, pending; one suit, upheld. */
const disputes: Readonly<Record<string, string>> = {
  "review/count/reconsideration.upheld": "2", "review/count/reconsideration.pending": "1", "review/count/reconsideration.total": "3",
  "review/count/directSuit.upheld": "1", "review/count/directSuit.total": "1",
};

const ofOthers: readonly string[] = [
  "完善政府信息公开审查机制。全县行政复议机关共受理行政复议案件320件。",
  "推进政府信息公开工作。全县共受理行政复议案件320件，办结310件。",
  "加强政府信息公开，县司法局办理行政复议案件320件、行政应诉案件45件。",
  "行政复议机关收到行政复议申请320件，其中涉及政府信息公开3件。",
  "因政府信息公开被申请行政复议3件。行政诉讼1件。",
  "因政府信息公开引发行政复议3件和行政诉讼1件，其中行政复议结果维持2件。",
  "因政府信息公开引发行政复议3件、行政诉讼1件，其中维持3件、尚未审结1件。",
  "政府信息公开行政复议3件，行政诉讼1件，诉讼均获维持。",
  "第12期简报刊登行政复议案例5个。",
];

/** 18 regulations made, 77 documents made. */
const documents: Readonly<Record<string, string>> = {
  "disclosure/regulation/issued": "18", "disclosure/regulation/inForce": "60",
  "disclosure/normative/issued": "77", "disclosure/normative/repealed": "5", "disclosure/normative/inForce": "470",
  "disclosure/permit/decisions": "300", "disclosure/penalty/decisions": "40",
  "applications/received/naturalPerson": "5", "applications/received/total": "5",
  "applications/granted/naturalPerson": "5", "applications/granted/total": "5",
  "applications/handledTotal/naturalPerson": "5", "applications/handledTotal/total": "5",
};

const documentsAndDecisions: readonly string[] = [
  "主动公开新增规章18件（含新制定4件，修改14件）。",
  "新增规章18件，其中制定4件，修改14件。",
  "动态更新本年度制发的规范性文件77件。",
  "动态更新本年度制发的规范性文件60件，集中公开现行有效行政规范性文件393件。",
  "发布行政许可办理事项262件。",
  "办理行政许可262件，办结行政处罚案件51件。",
  "公示行政许可决定262件。",
  "受理审批事项117件，办结171件，办结率100%。",
  "规范性文件对外公开总数480件。",
  "集中采购项目12个，采购总金额300万元。",
  "全年制发公文20件，其中主动公开12件、依申请公开3件、不予公开5件。",
  "收到申请5件，予以公开5件。全年制发公文20件，其中主动公开12件、依申请公开3件、不予公开5件。",
  "共制作政府信息3021条，其中主动公开1027条，依申请公开459条，不予公开1535条。",
  "公开信息687条，主动公开668条，依申请公开19条。",
  "全年主动公开信息120条，依申请公开2条，不予公开1条。",
  "我局接到依申请公开事项5项，均已答复办结，未产生依申请公开政府信息案例。",
  "全年依申请公开5件，接到8890平台交办件20件。",
  "全年依申请公开5件，接到12345平台转办件20件，96333热线30件。",
  "依据《条例》第三十二条受理申请5件，第十五条所列情形0件。",
  "受理申请5件，未发生依申请公开收费的情况。",
  "全年收到申请5件。结转20238件事项另行说明。",
];

/** Totals that were left blank. */
const blanks: Readonly<Record<string, string>> = {
  "applications/received/naturalPerson": "30", "applications/received/total": "30",
  "applications/granted/naturalPerson": "15", "applications/granted/total": "15",
  "applications/unavailable.notHeld/naturalPerson": "15", "applications/unavailable.notHeld/total": "",
  "applications/handledTotal/naturalPerson": "30", "applications/handledTotal/total": "",
  "review/count/reconsideration.upheld": "2", "review/count/reconsideration.total": "",
};

const besideBlanks: readonly string[] = [
  "收到申请30件，办结30件，予以公开15件，无法提供15件。",
  "因政府信息公开被申请行政复议2件，结果维持2件。",
];

export const trueCounts: readonly TruePassages[] = [
  { name: "lots told by themselves", organ, chapter: "overview", cells: lots, passages: byLots },
  { name: "others that were carried out", organ, chapter: "overview", cells: besides, passages: othersCarriedOut },
  { name: "a group beside its own rows", organ, chapter: "applications", cells: rest, passages: besideOwnRows },
  { name: "disputes of others", organ, chapter: "overview", cells: disputes, passages: ofOthers },
  { name: "documents, decisions and attributes", organ, chapter: "overview", cells: documents, passages: documentsAndDecisions },
  { name: "totals that were left blank", organ, chapter: "overview", cells: blanks, passages: besideBlanks },
];
