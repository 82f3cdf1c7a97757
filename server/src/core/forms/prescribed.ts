import type { Edition, TableForm } from "./edition.js";

/** Whether the notice prescribes the table's labels to the letter; the annexes before 2019 differ from province to province. */
export function isPrescribed(edition: Edition, form: TableForm): boolean {
  return edition.sections.some((section) => section.key === form.section && section.match === "exact");
}
