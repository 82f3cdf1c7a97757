// The small parts of the server, without a server.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver-protocol";
import { clientOf } from "../../server/src/lsp/client.js";
import { ReportArchive } from "../../server/src/core/index.js";
import { candidates, ConfigurationFiles } from "../../server/src/lsp/configurationFiles.js";
import { Handlers } from "../../server/src/lsp/handlers.js";
import { withoutText } from "../../server/src/lsp/log.js";
import { newReport } from "../../server/src/lsp/newReport.js";
import { fileName, Options } from "../../server/src/lsp/options.js";
import { longestAnswer, Settings, settingsOf } from "../../server/src/lsp/settings.js";
import { Clock } from "./clock.js";

const silent = () => undefined;

describe("Handlers", () => {
  test("answers with the result", async () => {
    assert.equal(await new Handlers(silent).guarded("label", 0, () => 7)({}, CancellationToken.None), 7);
  });

  test("what throws is logged with its label, and the fallback is the answer", async () => {
    const logged: string[] = [];
    const handlers = new Handlers((message) => void logged.push(message));
    const fail = (): number => {
      throw new Error("broken");
    };
    assert.equal(await handlers.guarded("codeAction", 0, fail)({}, CancellationToken.None), 0);
    assert.match(logged[0] ?? "", /^codeAction: Error: broken/);
  });

  test("who has cancelled gets RequestCancelled and nothing is done", async () => {
    let done = false;
    const answer = await new Handlers(silent).guarded("label", 0, () => ((done = true), 7))({}, CancellationToken.Cancelled);
    assert.ok(answer instanceof ResponseError);
    assert.deepEqual([answer.code, done], [LSPErrorCodes.RequestCancelled, false]);
  });

  test("after shutdown every request is refused", async () => {
    const handlers = new Handlers(silent);
    handlers.stop();
    const answer = await handlers.guarded("label", 0, () => 7)({}, CancellationToken.None);
    assert.ok(answer instanceof ResponseError);
    assert.equal(answer.code, ErrorCodes.InvalidRequest);
  });
});

describe("withoutText", () => {
  test("text of a draft does not get into the log", () => assert.equal(withoutText("TypeError: 总计 12 is not a number\n\tat x"), "TypeError: … 12 is not a number\n\tat x"));
});

describe("settingsOf", () => {
  test("reads the section, with or without its name around it", () => {
    assert.deepEqual(settingsOf({ nianbao: { stage: "final" } }), { stage: "final" });
    assert.deepEqual(settingsOf({ stage: "final" }), { stage: "final" });
  });
  test("auto, null and nothing set nothing", () => assert.deepEqual(settingsOf({ stage: "auto", edition: "", language: null, rules: undefined }), {}));
  test("what is wrong is left out, the rest holds", () => {
    assert.deepEqual(settingsOf({ stage: "finished", rules: { "no-such-rule": "off", "row-total": "warning", "column-total": 3 } }), { rules: { "row-total": "warning" } });
  });
  test("anything else is no setting", () => assert.deepEqual([null, 7, "x", [1]].map(settingsOf), [{}, {}, {}, {}]));
});

describe("Settings", () => {
  const nobody = { pull: undefined, initial: undefined, timer: new Clock().timer, late: silent, log: silent };

  test("asks once for each resource, again after a change", async () => {
    const asked: string[] = [];
    const settings = new Settings({ ...nobody, pull: async (uri) => (asked.push(uri), { stage: "draft" }) });
    assert.deepEqual(await Promise.all([settings.of("a"), settings.of("a"), settings.of("b")]), [{ stage: "draft" }, { stage: "draft" }, { stage: "draft" }]);
    settings.changed(null);
    await settings.of("a");
    assert.deepEqual(asked, ["a", "b", "a"]);
  });

  test("takes what is sent where nobody can be asked", async () => {
    const settings = new Settings({ ...nobody, initial: { stage: "draft" } });
    assert.deepEqual(await settings.of("a"), { stage: "draft" });
    settings.changed({ nianbao: { stage: "final" } });
    assert.deepEqual(await settings.of("a"), { stage: "final" });
  });

  test("a client that refuses to answer leaves the first settings in force", async () => {
    const settings = new Settings({ ...nobody, pull: () => Promise.reject(new Error("gone")), initial: { stage: "draft" } });
    assert.deepEqual(await settings.of("a"), { stage: "draft" });
  });
});

describe("Settings of a client that is slow to answer", () => {
  /** Settings that are final to begin with, and a client that answers when it is told to. */
  class Slow {
    readonly clock = new Clock();
    readonly late: string[] = [];
    readonly logged: string[] = [];
    readonly questions: PromiseWithResolver[] = [];
    readonly settings = new Settings({
      pull: () => new Promise((resolve, reject) => void this.questions.push({ resolve, reject })),
      initial: { stage: "final" },
      timer: this.clock.timer,
      late: (uri) => void this.late.push(uri),
      log: (message) => void this.logged.push(message),
    });

    /** What holds for the document after some time; undefined while it is still waited for. */
    async after(milliseconds: number): Promise<unknown> {
      let settings: unknown;
      void this.settings.of("a").then((given) => (settings = given));
      await this.clock.pass(milliseconds);
      return settings;
    }

    async answer(settings: unknown, question = 0): Promise<void> {
      this.questions[question]?.resolve(settings);
      await this.clock.turn();
    }
  }

  interface PromiseWithResolver {
    readonly resolve: (settings: unknown) => void;
    readonly reject: (error: Error) => void;
  }

  test("are waited for as long as that takes no more than two seconds", async () => {
    const slow = new Slow();
    assert.equal(await slow.after(longestAnswer - 1), undefined);
    await slow.answer({ stage: "draft" });
    assert.deepEqual(await slow.after(0), { stage: "draft" });
    assert.deepEqual([slow.late, slow.clock.pending, longestAnswer], [[], 0, 2000]);
  });

  test("are those of the beginning after that", async () => {
    const slow = new Slow();
    assert.deepEqual(await slow.after(longestAnswer), { stage: "final" });
    assert.match(slow.logged.join(), /workspace\/configuration/);
    assert.equal(slow.questions.length, 1);
  });

  test("or those that it has sent meanwhile without being asked", async () => {
    const slow = new Slow();
    slow.settings.changed({ nianbao: { stage: "draft" } });
    assert.deepEqual(await slow.after(longestAnswer), { stage: "draft" });
    slow.settings.changed(null);
    assert.deepEqual(await slow.after(longestAnswer), { stage: "draft" });
  });

  test("hold from the late answer on, and the document is named once", async () => {
    const slow = new Slow();
    await slow.after(longestAnswer);
    await slow.answer({ stage: "draft" });
    assert.deepEqual(await slow.after(0), { stage: "draft" });
    assert.deepEqual([slow.late, slow.questions.length], [["a"], 1]);
  });

  test("an answer that has been overtaken by a change counts no more", async () => {
    const slow = new Slow();
    await slow.after(longestAnswer);
    slow.settings.changed(null);
    await slow.after(0);
    await slow.answer({ language: "en" }, 1);
    await slow.answer({ stage: "draft" }, 0);
    assert.deepEqual(await slow.after(0), { language: "en" });
    assert.deepEqual(slow.late, []);
  });

  test("an answer for a document that has been closed is let go", async () => {
    const slow = new Slow();
    await slow.after(longestAnswer);
    slow.settings.forget("a");
    await slow.answer({ stage: "draft" });
    assert.deepEqual(slow.late, []);
  });

  test("a late refusal changes nothing", async () => {
    const slow = new Slow();
    await slow.after(longestAnswer);
    slow.questions[0]?.reject(new Error("gone"));
    assert.deepEqual(await slow.after(0), { stage: "final" });
    assert.deepEqual(slow.late, []);
  });
});

describe("ConfigurationFiles", () => {
  test("looks in every folder above, nearest first", () => {
    assert.deepEqual(candidates("file:///a/b/c.md", []), ["file:///a/b/.nianbao.json", "file:///a/.nianbao.json", "file:///.nianbao.json"]);
    assert.deepEqual(candidates("file:///c%3A/%E5%B9%B4%E6%8A%A5/x.md", [])[0], "file:///c%3A/%E5%B9%B4%E6%8A%A5/.nianbao.json");
  });
  test("an unsaved draft looks in the workspace", () => {
    assert.deepEqual(candidates("untitled:Untitled-1", ["file:///w", "vscode-vfs://github/x"]), ["file:///w/.nianbao.json"]);
  });

  test("the nearest file holds, read once until something changes", async () => {
    const texts = new Map([["file:///a/.nianbao.json", '{ "stage": "final" }'], ["file:///.nianbao.json", '{ "stage": "draft" }']]);
    const read: string[] = [];
    const files = new ConfigurationFiles(async (uri) => (read.push(uri), texts.get(uri)), silent, silent);
    assert.deepEqual(await files.nearest("file:///a/b/c.md", []), { stage: "final" });
    await files.nearest("file:///a/b/d.md", []);
    assert.deepEqual(read, ["file:///a/b/.nianbao.json", "file:///a/.nianbao.json"]);
    texts.delete("file:///a/.nianbao.json");
    files.changed();
    assert.deepEqual(await files.nearest("file:///a/b/c.md", []), { stage: "draft" });
  });

  test("reports what is wrong in a file, and its absence once that is over", async () => {
    let text: string | undefined = '{ "stage": "finished" }';
    const reported: number[] = [];
    const files = new ConfigurationFiles(async () => text, (_uri, problems) => void reported.push(problems.length), silent);
    assert.deepEqual(await files.nearest("file:///a.md", []), {});
    text = undefined;
    files.changed();
    await files.nearest("file:///a.md", []);
    assert.deepEqual(reported, [1, 0]);
  });

  test("a file that cannot be read is logged and not there", async () => {
    const logged: string[] = [];
    const files = new ConfigurationFiles(() => Promise.reject(new Error("EACCES")), silent, (message) => void logged.push(message));
    assert.deepEqual(await files.nearest("file:///a.md", []), {});
    assert.equal(logged.length, 1);
  });
});

describe("Options", () => {
  const snapshot = { uri: "file:///a/%E5%B9%B4%E6%8A%A52024.md", version: 1, languageId: "markdown", text: "" };

  test("the file counts more than the editor's settings, rule by rule", async () => {
    const options = new Options({
      settings: async () => ({ stage: "draft", language: "en", rules: { "row-total": "off", "column-total": "hint" } }),
      file: async () => ({ stage: "final", rules: { "row-total": "error" } }),
      language: "zh",
      archive: new ReportArchive(),
      log: silent,
    });
    const { stage, language, rules, fileName: name, assumeReport } = await options.of(snapshot);
    assert.deepEqual({ stage, language, rules, name, assumeReport }, { stage: "final", language: "en", rules: { "row-total": "error", "column-total": "hint" }, name: "年报2024.md", assumeReport: false });
  });

  test("the same object until something changes", async () => {
    const options = new Options({ settings: async () => ({}), file: async () => ({}), language: "zh", archive: new ReportArchive(), log: silent });
    const first = await options.of(snapshot);
    assert.equal(await options.of(snapshot), first);
    options.changed();
    assert.notEqual(await options.of(snapshot), first);
  });

  test("a file name that is not well encoded is taken as it stands", () => assert.equal(fileName("file:///a/100%.md"), "100%.md"));
});

describe("clientOf", () => {
  const client = (more: object) => clientOf({ processId: null, rootUri: null, capabilities: {}, ...more });

  test("what a client has not said it cannot do", () => {
    const { pullsSettings, registersSettings, registersWatchers, documentChanges, hierarchicalSymbols } = client({});
    assert.deepEqual([pullsSettings, registersSettings, registersWatchers, documentChanges, hierarchicalSymbols], [false, false, false, false, false]);
  });
  test("messages are Chinese unless the editor is English", () => {
    assert.deepEqual(["zh-cn", "zh-TW", "en", "en-US", "de", undefined].map((locale) => client({ locale }).language), ["zh", "zh", "en", "en", "zh", "zh"]);
  });
  test("folders without a slash at the end", () => {
    assert.deepEqual(client({ workspaceFolders: [{ uri: "file:///a/", name: "a" }] }).folders, ["file:///a"]);
    assert.deepEqual(client({ rootUri: "file:///b" }).folders, ["file:///b"]);
  });
  test("options that are no object are none", () => assert.deepEqual([client({ initializationOptions: 7 }).settings, client({ initializationOptions: null }).assets], [undefined, undefined]));
});

describe("newReport", () => {
  const refused = (params: unknown) => assert.throws(() => newReport(params), (error) => error instanceof ResponseError && error.code === ErrorCodes.InvalidParams);

  test("fills the official form in", () => {
    const { text, fileName: name } = newReport({ organ: "云溪县档案馆", year: 2024 });
    assert.match(text, /云溪县档案馆2024年政府信息公开工作年度报告/);
    assert.match(name, /2024.*\.md$/);
  });
  test("says what is wrong with the parameters", () => {
    refused(undefined);
    refused({ organ: "  ", year: 2024 });
    refused({ organ: "云溪县档案馆", year: 2007 });
    refused({ organ: "云溪县档案馆", year: "2024" });
    refused({ organ: "云溪县档案馆", year: 2024, edition: "1999" });
  });
});
