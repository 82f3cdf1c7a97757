// What `fix` and `format` do with a changed draft: write it back, or show what would change.
import type { Draft } from "../input/draft.js";
import { encode } from "../input/encoding.js";
import { about } from "../input/systemProblem.js";
import { writeDraft } from "../input/writeDraft.js";
import type { Terminal } from "../terminal.js";
import type { Words } from "../words.js";

/** Into the file, or to standard output for what came from standard input. */
export function deliver({ source, decoded }: Draft, text: string, terminal: Terminal): Words | undefined {
  const isUnchanged = text === decoded.text;
  if (source.bytes === undefined) return isUnchanged ? undefined : writeDraft(source.name, text, decoded.encoding);
  const bytes = isUnchanged ? source.bytes : encode(text, decoded.encoding);
  if (bytes === undefined) return about(source.name, { zh: `修改后的文字无法用原来的编码（${decoded.encoding.name}）输出`, en: `the fixed text cannot be held by its encoding (${decoded.encoding.name})` });
  terminal.out(bytes);
  return undefined;
}

/** As a unified diff on standard output. */
export async function showChanges({ source, decoded }: Draft, text: string, terminal: Terminal): Promise<undefined> {
  if (text === decoded.text) return;
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
  const patch = createTwoFilesPatch("a", "a", decoded.text, text, "", "", { context: 1, headerOptions: FILE_HEADERS_ONLY });
  // The library would write the bytes of a Chinese name in octal, as git does; nobody can read that.
  terminal.out(patch.replace(/^--- .*\n\+\+\+ .*\n/, () => `--- ${source.name}\n+++ ${source.name}\n`));
}
