import { fold } from "../text/fold.js";

/**
 * The organ of a title as archives compare it. A government is called with and without 人民政府 (云溪县, 云溪县人民政府); that is
 * the same organ. Its office is another one, which publishes a report of its own, so 办公室 stays: 云溪县人民政府办公室 and
 * 云溪县政府办公室 are the same, and neither is 云溪县.
 */
export function organKey(organ: string): string {
  const folded = fold(organ).replace("人民政府", "政府");
  return folded.length > 3 && folded.endsWith("政府") ? folded.slice(0, -2) : folded;
}
