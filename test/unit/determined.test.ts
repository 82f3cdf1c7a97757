import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyse, determinedOf, plain } from "../../server/src/core/index.js";
import { consistentValues, editionOf, spellings, writeDraft } from "./support/drafts.js";

const draftWith = (cells: Readonly<Record<string, string>>, edition: "2019" | "2021" = "2021"): string => writeDraft({ edition, spelling: "gfm", seed: 5, cells });

function determined(text: string): Map<string, string> {
  const { report } = analyse(text, { stage: "draft" });
  return new Map([...determinedOf(report)].map(([key, { value }]) => [key, plain(value)]));
}

describe("the value that an open cell can only have", () => {
  const values = consistentValues(editionOf("2021"), 5);
  const valueOf = (key: string): string => values.get(key) ?? "";

  test("nothing where nothing is open", () => assert.deepEqual([...determined(draftWith({}))], []));

  test("follows from its row, its column, or one through the other", () => {
    const keys = ["applications/received/total", "applications/received/naturalPerson", "applications/granted/commercialEnterprise", "review/count/directSuit.pending"];
    const found = determined(draftWith(Object.fromEntries(keys.map((key) => [key, ""]))));
    assert.deepEqual(new Map([...found].sort()), new Map(keys.sort().map((key) => [key, valueOf(key)])));
  });

  test("is nothing where several values would do", () => {
    const keys = ["applications/granted/naturalPerson", "applications/granted/researchInstitution", "applications/partlyGranted/naturalPerson", "applications/partlyGranted/researchInstitution"];
    const open = keys.filter((key) => valueOf(key) !== "");
    const text = draftWith(Object.fromEntries(open.map((key) => [key, ""])));
    // A rectangle of four blanks has one degree of freedom, unless a zero total leaves none.
    for (const [key, value] of determined(text)) assert.equal(value, valueOf(key));
  });

  test("a total of none leaves none to its parts", () => {
    const cells = Object.fromEntries(["upheld", "corrected", "other", "pending"].map((part) => [`review/count/directSuit.${part}`, ""]));
    assert.deepEqual([...determined(draftWith({ ...cells, "review/count/directSuit.total": "0" })).values()], ["0", "0", "0", "0"]);
  });

  test("says nothing where the numbers contradict each other", () => {
    assert.deepEqual([...determined(draftWith({ "applications/received/total": "3", "applications/received/naturalPerson": "" })).keys()].filter((key) => key.startsWith("applications/received")), []);
  });

  test("a text in a cell is the author's own", () => assert.equal(determined(draftWith({ "applications/received/total": "见附件" })).size, 0));

  test("whatever is blanked out, what is said is what stood there", () => {
    for (const edition of ["2019", "2021"] as const) {
      const all = consistentValues(editionOf(edition), 5);
      const keys = [...all.keys()].filter((key) => !key.startsWith("disclosure/"));
      const property = fc.property(fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 12 }), fc.constantFrom("", "—", "【待填写】"), (blank, mark) => {
        const text = draftWith(Object.fromEntries(blank.map((key) => [key, mark])), edition);
        for (const [key, value] of determined(text)) assert.equal(value, all.get(key), key);
      });
      fc.assert(property, { numRuns: 60, seed: 20245 });
    }
  });

  test("in every spelling", () => {
    const key = "applications/carriedOut/socialOrganization";
    for (const edition of ["2019", "2021"] as const) {
      for (const spelling of spellings) {
        const text = writeDraft({ edition, spelling, seed: 5, cells: { [key]: "—" } });
        assert.equal(determined(text).get(key), consistentValues(editionOf(edition), 5).get(key), `${edition} ${spelling}`);
      }
    }
  });
});
