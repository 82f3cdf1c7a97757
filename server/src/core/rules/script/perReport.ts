import type { Report } from "../../report/report.js";

/** Computes once for each report what its findings and all their repairs need. */
export function perReport<T>(compute: (report: Report) => T): (report: Report) => T {
  const known = new WeakMap<Report, T>();
  return (report) => {
    const value = known.get(report) ?? compute(report);
    known.set(report, value);
    return value;
  };
}
