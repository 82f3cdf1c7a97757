import { fold } from "../text/fold.js";

/** 平海综合实验区管委会 governs 平海综合实验区 as a county's government does the county. */
const committee = /(?<=(?:区|园|新城|示范带))(?:管委会|管理委员会)$/;
const streetOffice = /(?<=街道)(?:办事处|办)$/;

/**
 * The organ of a title as archives compare it. A government is called with and without 人民政府 (云溪县, 云溪县人民政府), a zone with and
 * without 管委会, a street with and without 办事处; that is the same organ. An office is another one, which publishes a report of its own,
 * so 办公室 stays: 云溪县人民政府办公室 and 云溪县政府办公室 are the same, and neither is 云溪县.
 */
export function organKey(organ: string): string {
  const folded = fold(organ).replace("人民政府", "政府").replace(committee, "").replace(streetOffice, "");
  return folded.length > 3 && folded.endsWith("政府") ? folded.slice(0, -2) : folded;
}
