/**
 * The relations between the cells of a report (勾稽关系) and which of them cannot hold. Knows facts and the edition's
 * identities; knows nothing of rules or messages.
 */
import type { Edition, IdentityForm, TableForm } from "../forms/edition.js";
import { isFinished } from "../report/finished.js";
import type { Fact, Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { rangeOf, sumOf, type Range } from "./range.js";

/** One identity of the form in one row or one column of a draft. Operands that could not be bound are undefined. */
export interface Identity {
  readonly form: IdentityForm;
  /** Key of the row or column that it holds in. */
  readonly place: string;
  readonly left: readonly Operand[];
  readonly right: readonly Operand[];
}

export interface Operand {
  readonly key: string;
  /** The form's label of the row (in an identity of a column) or of the column. */
  readonly label: string;
  readonly fact: Fact | undefined;
}

/** Of both sides. */
export function operandsOf({ left, right }: Identity): Operand[] {
  return [...left, ...right];
}

/** An identity in one place, as keys: the same for every draft of an edition. */
interface Instance {
  readonly form: IdentityForm;
  readonly place: string;
  readonly left: readonly Omit<Operand, "fact">[];
  readonly right: readonly Omit<Operand, "fact">[];
}

/** All identities of the tables that the draft has. */
export function identitiesOf(report: Report): Identity[] {
  const tables = new Set(report.tables.map((bound) => bound.form.key));
  const operand = ({ key, label }: Omit<Operand, "fact">): Operand => ({ key, label, fact: report.facts.get(key) });
  return instances(report.edition)
    .filter(({ form }) => tables.has(form.table))
    .map(({ form, place, left, right }) => ({ form, place, left: left.map(operand), right: right.map(operand) }));
}

const instances: (edition: Edition) => readonly Instance[] = remembered((edition) =>
  edition.identities.flatMap((form) => placesOf(edition, form).map((place) => instance(edition, form, place))),
);

function instance(edition: Edition, form: IdentityForm, place: string): Instance {
  const { bands } = tableOf(edition, form.table);
  const labels = new Map<string, string>(bands.flatMap((band) => [...(form.each === "row" ? band.columns : band.rows)].map(({ key, label }) => [key, label.text] as const)));
  const term = (name: string): Omit<Operand, "fact"> => {
    const key = form.each === "row" ? `${form.table}/${place}/${name}` : `${form.table}/${name}/${place}`;
    return { key, label: labels.get(name) ?? name };
  };
  return { form, place, left: form.left.map(term), right: form.right.map(term) };
}

function placesOf(edition: Edition, form: IdentityForm): string[] {
  const { bands } = tableOf(edition, form.table);
  return bands.flatMap((band) => (form.each === "row" ? band.rows.map((row) => row.key) : band.columns.map((column) => column.key)));
}

function tableOf(edition: Edition, key: string): TableForm {
  const table = edition.tables.find((candidate) => candidate.key === key);
  if (table === undefined) throw new Error(`edition ${edition.id}: identity names unknown table ${key}`);
  return table;
}

export type Reading = (operand: Operand) => Range;

/** How cells are read in this draft: what is not there or not finished may still become any number. */
export function reading(report: Report): Reading {
  return ({ fact }) => rangeOf(fact?.value, fact !== undefined && isFinished(report, fact));
}

/** Whether the two sides cannot meet, whatever the open cells become. */
export function isBroken(identity: Identity, read: Reading): boolean {
  const left = sumOf(identity.left.map(read));
  const right = sumOf(identity.right.map(read));
  return (left.high !== undefined && left.high < right.low) || (right.high !== undefined && right.high < left.low);
}
