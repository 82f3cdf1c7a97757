/**
 * The relations between the cells of a report (勾稽关系) and which of them cannot hold. Knows facts and the edition's
 * identities; knows nothing of rules or messages.
 */
import type { Edition, IdentityForm, TableForm } from "../forms/edition.js";
import { isFinished } from "../report/finished.js";
import { kindOf } from "../report/kind.js";
import type { Fact, Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { partsOf } from "./partList.js";
import { open, rangeOf, sumOf, type Range } from "./range.js";

/** One identity of the form in one row or one column of a draft. Operands that could not be bound are undefined. */
export interface Identity {
  readonly form: IdentityForm;
  /** `atLeast`: a sum of whose parts not all are known. */
  readonly relation: "equal" | "atMost" | "atLeast";
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
export interface Instance {
  readonly form: IdentityForm;
  readonly table: TableForm;
  readonly place: string;
  readonly left: readonly Term[];
  readonly right: readonly Term[];
}

type Term = Omit<Operand, "fact">;

/** All identities that must hold, of the tables that the draft has. Computed once: rules and features of the editor ask. */
export const identitiesOf: (report: Report) => readonly Identity[] = remembered((report) =>
  instancesOf(report).flatMap((instance) => (instance.form.relation === "notAlways" ? [] : boundIn(report, instance))),
);

/** Of these the ones whose sides are the same: what is only not greater than something else leaves many values. */
export const equalitiesOf: (report: Report) => readonly Identity[] = remembered((report) => identitiesOf(report).filter(({ relation }) => relation === "equal"));

/** The relations that show a misread column where they hold in every row. */
export function coincidencesOf(report: Report): Identity[] {
  return instancesOf(report).flatMap((instance) => (instance.form.relation === "notAlways" ? [bind(report, instance, "equal")] : []));
}

function instancesOf(report: Report): Instance[] {
  const tables = new Set(report.tables.map((bound) => bound.form.key));
  return instances(report.edition).filter(({ form }) => tables.has(form.table));
}

function boundIn(report: Report, instance: Instance): Identity[] {
  const relation = instance.form.relation === "atMost" ? "atMost" : "equal";
  if (relation === "atMost") return [bind(report, instance, relation)];
  if (instance.table.optional !== true) return [bind(report, instance, mayHaveOtherParts(report, instance) ? "atLeast" : "equal")];
  const { present, isWhole } = partsOf(report, instance);
  if (present.length < 2) return [];
  return [bind(report, { ...instance, right: present }, isWhole ? "equal" : "atLeast")];
}

/** A row or column of the author's own may count among the parts of a total: then the total is only not smaller than the others. */
function mayHaveOtherParts(report: Report, { form, table, left }: Instance): boolean {
  const added = ownAdditions(report);
  return left.length === 1 && (form.each === "column" ? added.rows : added.columns).has(table);
}

/** Forms of which some table has rows, or columns, of the author's own. */
const ownAdditions: (report: Report) => { readonly rows: ReadonlySet<TableForm>; readonly columns: ReadonlySet<TableForm> } = remembered(({ tables }) => ({
  rows: new Set(tables.filter(({ alignment }) => alignment.some((row) => row.kind === "extra")).map(({ form }) => form)),
  columns: new Set(tables.filter(({ columnFaults }) => columnFaults.some((fault) => fault.extra.length > 0)).map(({ form }) => form)),
}));

function bind(report: Report, { form, place, left, right }: Instance, relation: Identity["relation"]): Identity {
  const operand = ({ key, label }: Term): Operand => ({ key, label, fact: report.facts.get(key) });
  return { form, relation, place, left: left.map(operand), right: right.map(operand) };
}

const instances: (edition: Edition) => readonly Instance[] = remembered((edition) =>
  edition.identities.flatMap((form) => placesOf(tableOf(edition, form.table), form).map((place) => instance(tableOf(edition, form.table), form, place))),
);

function instance(table: TableForm, form: IdentityForm, place: string): Instance {
  const labels = new Map<string, string>(table.bands.flatMap((band) => [...(form.each === "row" ? band.columns : band.rows)].map(({ key, label }) => [key, label.text] as const)));
  const term = (name: string): Term => {
    const key = form.each === "row" ? `${form.table}/${place}/${name}` : `${form.table}/${name}/${place}`;
    return { key, label: labels.get(name) ?? name };
  };
  return { form, table, place, left: form.left.map(term), right: form.right.map(term) };
}

/** Rows (or columns of numbers) in which all terms stand: the bands of table two do not have the same columns. */
function placesOf({ bands }: TableForm, { each, left, right }: IdentityForm): string[] {
  const terms = [...left, ...right];
  return bands.flatMap(({ rows, columns }) => {
    const [places, others] = each === "row" ? [rows, columns] : [columns.filter(({ kind }) => kind !== "unit"), rows];
    return terms.every((term) => others.some(({ key }) => key === term)) ? places.map(({ key }) => key) : [];
  });
}

function tableOf(edition: Edition, key: string): TableForm {
  const table = edition.tables.find((candidate) => candidate.key === key);
  if (table === undefined) throw new Error(`edition ${edition.id}: identity names unknown table ${key}`);
  return table;
}

export type Reading = (operand: Operand) => Range;

/** How cells are read in this draft: what is not there or not finished may still become any number. */
export function reading(report: Report): Reading {
  return ({ fact }) => (fact === undefined ? open : rangeOf(fact.value, kindOf(fact), isFinished(report, fact)));
}

/** Left minus right: where it lies, whatever the open cells become; an end that is not there is without bound. */
export function differenceOf(identity: Identity, read: Reading): { readonly low: bigint | undefined; readonly high: bigint | undefined } {
  const left = sumOf(identity.left.map(read));
  const right = sumOf(identity.right.map(read));
  return { low: right.high === undefined ? undefined : left.low - right.high, high: left.high === undefined ? undefined : left.high - right.low };
}

/** Whether the two sides cannot meet, whatever the open cells become. */
export function isBroken(identity: Identity, read: Reading): boolean {
  const { low, high } = differenceOf(identity, read);
  const isTooGreat = low !== undefined && low > 0n;
  const isTooSmall = high !== undefined && high < 0n;
  return (isTooGreat && identity.relation !== "atLeast") || (isTooSmall && identity.relation !== "atMost");
}
