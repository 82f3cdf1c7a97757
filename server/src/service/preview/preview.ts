import type { Finding } from "../../core/index.js";
import { isOurs, type Draft } from "../draft.js";
import { formNames } from "../formNames.js";
import { extentOf } from "./extent.js";
import { flowOf } from "./flow.js";
import type { Notice, PreviewModel } from "./model.js";
import { shortenedParts } from "./shortened.js";
import { yearsOf } from "./years.js";

export type { PreviewModel } from "./model.js";

/** The preview of a draft: what the official form prints of it, with every finding at its place. */
export function preview(draft: Draft): PreviewModel {
  const { report, findings } = draft.analysis;
  const flow = flowOf(draft);
  const shown = isOurs(draft);
  return {
    uri: draft.snapshot.uri,
    version: draft.snapshot.version,
    isReport: shown,
    script: report.script,
    stage: report.stage,
    form: formNames(report).name,
    because: report.because,
    notices: shown ? findings.map((finding) => noticeOf(draft, finding)) : [],
    parts: shown ? shortenedParts(draft) : [],
    ...(flow === undefined || !shown ? {} : { flow }),
    years: shown ? yearsOf(draft) : [],
  };
}

function noticeOf(draft: Draft, { code, severity, message, span, related }: Finding): Notice {
  return { code, severity, message, range: extentOf(draft, span), related: related.map((place) => ({ range: extentOf(draft, place.span), message: place.message })) };
}
