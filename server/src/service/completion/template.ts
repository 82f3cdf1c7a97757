// Text with places to fill in. Clients that know snippets get tab stops, the others what stands in the places by default.

const open = "\ue001";
const middle = "\ue002";
const close = "\ue003";
const stops = /\ue001([^\ue002]*)\ue002([^\ue003]*)\ue003/g;

/** A place to fill in. Stops of one name are filled in together: the year in the title and in the period. */
export function stop(name: string, byDefault: string): string {
  return `${open}${name}${middle}${byDefault}${close}`;
}

export function plainText(template: string): string {
  return template.replace(stops, (_, _name: string, byDefault: string) => byDefault);
}

/** In the syntax of LSP snippets; stops are numbered in the order in which they first appear. */
export function snippet(template: string): string {
  const numbers = new Map<string, number>();
  let from = 0;
  let written = "";
  for (const match of template.matchAll(stops)) {
    const [whole, name = "", byDefault = ""] = match;
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    written += escaped(template.slice(from, match.index)) + (byDefault === "" ? `\${${number}}` : `\${${number}:${escaped(byDefault)}}`);
    from = match.index + whole.length;
  }
  return written + escaped(template.slice(from));
}

export function hasStops(template: string): boolean {
  return template.includes(open);
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
