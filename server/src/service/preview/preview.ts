import type { Finding } from "../../core/index.js";
import { isOurs, type Draft } from "../draft.js";
import { flowOf } from "./flow.js";
import type { Notice, PreviewModel } from "./model.js";
import { partsOf } from "./parts.js";
import { shortened } from "./shortened.js";
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
    form: report.edition.name,
    because: report.because,
    notices: shown ? findings.map((finding) => noticeOf(draft, finding)) : [],
    parts: shown ? shortened(partsOf(draft), draft.analysis.language) : [],
    ...(flow === undefined || !shown ? {} : { flow }),
    years: shown ? yearsOf(draft) : [],
  };
}

function noticeOf({ lines }: Draft, { code, severity, message, span, related }: Finding): Notice {
  return { code, severity, message, range: lines.range(span), related: related.map((place) => ({ range: lines.range(place.span), message: place.message })) };
}
