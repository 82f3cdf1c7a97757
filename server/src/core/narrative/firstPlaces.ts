import type { Role } from "./lexicon.js";
import type { Spoken } from "./meaning.js";
import type { Token } from "./tokens.js";

/** Where each kind of word stands first in a sentence: what had been said at any place of it, without going over the words again for each number. */
export class FirstPlaces {
  private readonly roles = new Map<Role, number>();
  private readonly firstUnknown: number;

  constructor(tokens: readonly Token[]) {
    let firstUnknown = Infinity;
    for (const token of tokens) {
      if (token.kind === "unknown") firstUnknown = Math.min(firstUnknown, token.start);
      else if (token.kind === "word" && !this.roles.has(token.role)) this.roles.set(token.role, token.start);
    }
    this.firstUnknown = firstUnknown;
  }

  upTo(place: number): Spoken {
    return {
      hasUnknown: this.firstUnknown < place,
      has: (...roles: readonly Role[]): boolean => roles.some((role) => (this.roles.get(role) ?? Infinity) < place),
    };
  }
}
