import type { Analysis, Finding, Fix } from "../../core/index.js";
import type { Encoding } from "../input/encoding.js";

/** A checked draft, ready to be shown in any format. */
export interface Checked {
  readonly name: string;
  readonly analysis: Analysis;
  readonly encoding: Encoding;
  /** Computed once for all who show or count them. */
  readonly fixes: ReadonlyMap<Finding, readonly Fix[]>;
}
