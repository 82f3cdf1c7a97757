import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import { tokenEdits } from "../service/service.js";

interface Answered {
  readonly id: string;
  readonly data: readonly number[];
}

/** The last answer for each document, so that the next one needs to say only what has changed. */
export class TokenAnswers {
  private readonly last = new Map<string, Answered>();
  private count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    return { resultId: this.keep(uri, data), data };
  }

  /** The whole answer where the client builds on one that is not the last. */
  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(uri);
    if (before === undefined || before.id !== previous) return this.full(uri, data);
    return { resultId: this.keep(uri, data), edits: tokenEdits(before.data, data) };
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }

  private keep(uri: string, data: readonly number[]): string {
    const id = String(++this.count);
    this.last.set(uri, { id, data });
    return id;
  }
}
