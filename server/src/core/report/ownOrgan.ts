import { remembered } from "../text/remembered.js";
import { readOrgan, type Organ } from "./organ.js";
import { proseOf } from "./prose.js";
import type { Report } from "./report.js";
import { signingOrgan } from "./signature.js";

/** The organ whose report this is: named by the title, else by the signature, else told by what it calls itself. */
export const organOf: (report: Report) => { readonly organ: Organ | undefined } = remembered((report) => ({ organ: named(report.title?.organ) ?? named(signingOrgan(report)) ?? selfNamed(report) }));

function named(name: string | undefined): Organ | undefined {
  return name === undefined ? undefined : readOrgan(name);
}

/** So often a report without title and signature has to say 我局 before it is a bureau's. */
const often = 3;

function selfNamed(report: Report): Organ | undefined {
  let count = 0;
  for (const { folded } of proseOf(report)) count += folded.match(/[我本]局(?![部面限域势])/g)?.length ?? 0;
  return count < often ? undefined : { name: "我局", kind: "department", level: undefined, region: undefined, unit: "局" };
}
