// Whether a path with slashes fits a pattern: `*` stands for any characters of one name, `?` for one, `**` as a whole name for
// any folders, none included. Everything else stands for itself. 部门/*.md, 部门/**/*2024年*.md
export function matchesPattern(pattern: string, path: string): boolean {
  return matchesNames(pattern.replace(/^\.\//, "").split("/"), path.split("/"));
}

/** Greedy with one place to come back to, so the cost is the product of the lengths at most. */
function matchesNames(pattern: readonly string[], names: readonly string[]): boolean {
  return matches(pattern, names, (item) => item === "**", (item, name) => matchesName(item, name));
}

function matchesName(pattern: string, name: string): boolean {
  return matches([...pattern], [...name], (item) => item === "*", (item, character) => item === "?" || item === character);
}

function matches(pattern: readonly string[], items: readonly string[], isAny: (item: string) => boolean, fits: (item: string, found: string) => boolean): boolean {
  let at = 0;
  let next = 0;
  let back: { readonly at: number; next: number } | undefined;
  while (next < items.length) {
    const wanted = pattern[at];
    if (wanted !== undefined && isAny(wanted)) {
      back = { at, next };
      at++;
    } else if (wanted !== undefined && fits(wanted, items[next] ?? "")) {
      at++;
      next++;
    } else if (back !== undefined) {
      at = back.at + 1;
      next = ++back.next;
    } else return false;
  }
  return pattern.slice(at).every(isAny);
}
