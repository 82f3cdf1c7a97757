/** The search for the smallest explanation against trying out every set of one, two and three cells of a small table. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "./support/drafts.js";
import { consistentReport, pick, type Random } from "./support/slips.js";
import { identitiesOf, operandsOf, type Identity } from "../../server/src/core/arithmetic/identity.js";
import { one } from "../../server/src/core/arithmetic/range.js";
import { smallestExplanations } from "../../server/src/core/arithmetic/search.js";
import { systemOf } from "../../server/src/core/arithmetic/system.js";

const rows = new Set(["received", "carriedIn", "granted", "partlyGranted", "handledTotal", "carriedOut"]);
const columns = new Set(["naturalPerson", "commercialEnterprise", "total"]);

/** Table three with six rows and three columns: 18 cells in 12 sums. */
const identities: readonly Identity[] = smallTable();
const cells = [...new Set(identities.flatMap((identity) => operandsOf(identity).map(({ key }) => key)))];

function smallTable(): Identity[] {
  const isIn = ({ key }: { readonly key: string }): boolean => {
    const [table, row, column] = key.split("/");
    return table === "applications" && rows.has(row ?? "") && columns.has(column ?? "");
  };
  const all = identitiesOf(consistentReport({ edition: "2021", spelling: "gfm" }));
  return all.map((identity) => ({ ...identity, left: identity.left.filter(isIn), right: identity.right.filter(isIn) })).filter(({ left, right }) => left.length > 0 && right.length > 0);
}

type Numbers = ReadonlyMap<string, number>;

/** Interior cells by chance, everything else from them. */
function consistent(next: Random): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const column of columns) {
    const at = (row: string): string => `applications/${row}/${column}`;
    const sum = (row: string): number => (numbers.get(`applications/${row}/naturalPerson`) ?? 0) + (numbers.get(`applications/${row}/commercialEnterprise`) ?? 0);
    const part = (row: string, most: number): number => (column === "total" ? sum(row) : Math.floor(next() * most));
    for (const row of ["granted", "partlyGranted", "carriedOut"]) numbers.set(at(row), part(row, 5));
    numbers.set(at("handledTotal"), (numbers.get(at("granted")) ?? 0) + (numbers.get(at("partlyGranted")) ?? 0));
    const all = (numbers.get(at("handledTotal")) ?? 0) + (numbers.get(at("carriedOut")) ?? 0);
    numbers.set(at("carriedIn"), part("carriedIn", all + 1));
    numbers.set(at("received"), all - (numbers.get(at("carriedIn")) ?? 0));
  }
  return numbers;
}

function residual(identity: Identity, numbers: Numbers): number {
  const sum = (side: "left" | "right"): number => identity[side].reduce((total, { key }) => total + (numbers.get(key) ?? 0), 0);
  return sum("left") - sum("right");
}

function signOf(identity: Identity, key: string): number {
  if (identity.left.some((operand) => operand.key === key)) return 1;
  return identity.right.some((operand) => operand.key === key) ? -1 : 0;
}

/** The changes of just these cells that make every sum hold, where there is one way only. */
function solution(set: readonly string[], numbers: Numbers): readonly number[] | undefined {
  const matrix = identities.map((identity) => [...set.map((key) => signOf(identity, key)), -residual(identity, numbers)]);
  for (let column = 0; column < set.length; column++) {
    const pivot = matrix.findIndex((row, i) => i >= column && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) return undefined;
    const [row] = matrix.splice(pivot, 1);
    if (row === undefined) return undefined;
    const scaled = row.map((value) => value / (row[column] ?? 1));
    for (const [i, other] of matrix.entries()) matrix[i] = other.map((value, j) => value - (other[column] ?? 0) * (scaled[j] ?? 0));
    matrix.splice(column, 0, scaled);
  }
  if (matrix.slice(set.length).some((row) => Math.abs(row.at(-1) ?? 0) > 1e-9)) return undefined;
  return matrix.slice(0, set.length).map((row) => row.at(-1) ?? 0);
}

function* setsOf(size: number, from = 0): Generator<string[]> {
  if (size === 0) yield [];
  else for (let i = from; i < cells.length; i++) for (const rest of setsOf(size - 1, i + 1)) yield [cells[i] ?? "", ...rest];
}

function bruteForce(numbers: Numbers): string[] {
  for (let size = 1; size <= 3; size++) {
    const found: string[] = [];
    for (const set of setsOf(size)) {
      const changes = solution(set, numbers);
      const values = changes?.map((change, i) => (numbers.get(set[i] ?? "") ?? 0) + change);
      if (values === undefined || changes?.some((change) => Math.abs(change) < 1e-9) === true || values.some((value) => value < 0 || !Number.isInteger(value))) continue;
      found.push(set.map((key, i) => `${key}=${values[i]}`).sort().join(" "));
    }
    if (found.length > 0) return found.sort();
  }
  return [];
}

function searched(numbers: Numbers): string[] {
  const system = systemOf(identities, ({ key }) => ({ low: BigInt(numbers.get(key) ?? 0) * one, high: BigInt(numbers.get(key) ?? 0) * one }));
  const explanations = smallestExplanations(system.filter(({ isBroken }) => isBroken));
  return explanations.map((explanation) => explanation.map(({ fact, value }) => `${fact.key}=${value / one}`).sort().join(" ")).sort();
}

test("the search finds just the sets that trying out everything finds", () => {
  const next = random(3);
  assert.equal(cells.length, 18);
  const sizes = new Map<number, number>();
  for (let run = 0; run < 150; run++) {
    const numbers = consistent(next);
    assert.ok(identities.every((identity) => residual(identity, numbers) === 0));
    for (let i = 0; i <= run % 3; i++) {
      const key = pick(cells, next);
      numbers.set(key, Math.max(0, (numbers.get(key) ?? 0) + 1 + Math.floor(next() * 4)));
    }
    const expected = bruteForce(numbers);
    assert.deepEqual(searched(numbers), expected, JSON.stringify([...numbers]));
    const size = expected[0]?.split(" ").length ?? 0;
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  for (const size of [1, 2, 3]) assert.ok((sizes.get(size) ?? 0) > 10, `${size} cells: ${sizes.get(size)}`);
});
