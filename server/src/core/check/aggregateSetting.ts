import type { AggregateSetting } from "../archive/aggregate.js";
import type { JsonEntry, JsonProblem, JsonValue } from "./json.js";

const shape = {
  zh: "“aggregate”应当写成 { \"summary\": \"汇总报告的路径\", \"parts\": [\"所属报告的路径或通配符\"] }，路径从配置文件所在文件夹算起",
  en: "\"aggregate\" is { \"summary\": \"path of the report that adds up\", \"parts\": [\"paths or patterns of the reports that it adds up\"] }, from the folder of this file",
};

/** The whole setting or nothing: a sum of some of the parts would be wrong. */
export function readAggregate({ value }: JsonEntry, faults: JsonProblem[]): AggregateSetting | undefined {
  const entries = value.kind === "object" ? value.entries : [];
  const summary = textOf(entries.find(({ key }) => key === "summary")?.value);
  const parts = textsOf(entries.find(({ key }) => key === "parts")?.value);
  const stranger = entries.find(({ key }) => key !== "summary" && key !== "parts");
  if (stranger === undefined && summary !== undefined && parts !== undefined) return { summary, parts };
  faults.push({ offset: stranger?.start ?? value.start, words: shape });
  return undefined;
}

function textOf(value: JsonValue | undefined): string | undefined {
  return value?.kind === "plain" && typeof value.value === "string" && value.value !== "" ? value.value : undefined;
}

function textsOf(value: JsonValue | undefined): readonly string[] | undefined {
  if (value?.kind !== "array") return undefined;
  const texts = value.items.map(textOf);
  return texts.length > 0 && !texts.includes(undefined) ? texts.flatMap((text) => text ?? []) : undefined;
}
