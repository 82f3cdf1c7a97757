// The extension manifest: what it names exists, and everything that a user reads of it is there in both languages.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const root = process.cwd();
const manifest = readJson("package.json");
const languages = ["package.nls.json", "package.nls.zh-cn.json"] as const;

function readJson(path: string): Record<string, Json> {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, Json>;
}

function stringsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function languageDefinition(): { readonly filenamePatterns: readonly string[]; readonly firstLine: string } {
  const { languages: [definition] } = manifest["contributes"] as unknown as { readonly languages: readonly { readonly filenamePatterns: readonly string[]; readonly firstLine: string }[] };
  assert.ok(definition);
  return definition;
}

describe("manifest", () => {
  for (const file of languages) {
    test(`${file} words exactly what the manifest asks for`, () => {
      const asked = stringsIn(manifest).flatMap((text) => /^%(.+)%$/.exec(text)?.[1] ?? []);
      assert.deepEqual(Object.keys(readJson(file)).sort(), [...new Set(asked)].sort());
    });
  }

  test("the bundle of the client says each message once, with the same values, and none that is not said", () => {
    const sources = readdirSync(join(root, "client/src")).filter((file) => file.endsWith(".ts")).map((file) => readFileSync(join(root, "client/src", file), "utf8")).join("\n");
    const values = (message: string): readonly string[] => [...message.matchAll(/\{\d\}/g)].map(([value]) => value).sort();
    for (const [english, chinese] of Object.entries(readJson(join(String(manifest["l10n"]), "bundle.l10n.zh-cn.json")))) {
      assert.ok(sources.includes(JSON.stringify(english)), english);
      assert.deepEqual(values(String(chinese)), values(english));
    }
  });

  test("every file that it names exists", () => {
    const named = stringsIn(manifest["contributes"] ?? null).filter((text) => text.startsWith("./"));
    const missing = [...named, String(manifest["icon"])].filter((path) => !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });

  test("every command of a menu, and every menu in a menu, is declared", () => {
    interface Contributed { readonly commands: readonly { readonly command: string }[]; readonly submenus: readonly { readonly id: string }[]; readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>> }
    const { commands, submenus, menus } = manifest["contributes"] as unknown as Contributed;
    const declared = new Set([...commands.map(({ command }) => command), ...submenus.map(({ id }) => id)]);
    for (const { command, submenu } of Object.values(menus).flat()) assert.ok(declared.has(command ?? submenu ?? ""), command ?? submenu);
    for (const { id } of submenus) assert.ok((menus[id] ?? []).length > 0, id);
  });

  test("first lines that make a file a draft", () => {
    const pattern = new RegExp(languageDefinition().firstLine);
    const reports = ["# 云溪县2024年政府信息公开工作年度报告", "云溪县2024年政府信息公开工作年度报告", "　　秦州區人民政府2020年政府信息公開工作年度報告", "舒兰市2016年政务信息公开年度报告", "某局2021年政府信息公开年报"];
    for (const line of reports) assert.match(line, pattern);
    const others = ["# 云溪县2024年政府工作报告", "关于做好政府信息公开工作的通知", "某公司2024年年度报告"];
    for (const line of others) assert.doesNotMatch(line, pattern);
  });
});
