/** Makes keys that edits elsewhere leave alone: the text of the place, and a number where the same text comes again. */
export function namer(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return count === 1 ? text : `${text}#${count}`;
  };
}
