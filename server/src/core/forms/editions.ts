import type { Edition, YearRule } from "./edition.js";
import edition2008 from "./editions/2008.json";
import edition2014 from "./editions/2014.json";
import edition2019 from "./editions/2019.json";
import edition2021 from "./editions/2021.json";
import yearRules from "./years.json";

/** All official editions, oldest first. Their shape is held against schemas/edition.schema.json by a test. */
export const editions: readonly Edition[] = [edition2008, edition2014, edition2019, edition2021] as unknown as readonly Edition[];

/** Newest first: a year is judged by the first rule whose `from` it has reached. */
export const years: readonly YearRule[] = yearRules;

/** The newest official form. */
export const newestEdition: Edition = editionOrThrow("2021");

export function editionById(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}

/** The rule for a reporting year; undefined before 2008, when no such report was due. */
export function yearRule(year: number): YearRule | undefined {
  return years.find((rule) => rule.from <= year);
}

function editionOrThrow(id: string): Edition {
  const edition = editionById(id);
  if (edition === undefined) throw new Error(`unknown edition ${id}`);
  return edition;
}
