type Attributes = Readonly<Record<string, string | undefined>>;
type Child = Node | string | undefined;

/** An HTML element. Attributes that are undefined are left out; text goes in as text, never as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes, ...children: readonly Child[]): HTMLElementTagNameMap[Name] {
  return filled(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function shape<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Attributes, ...children: readonly Child[]): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function filled<Target extends Element>(target: Target, attributes: Attributes, children: readonly Child[]): Target {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) target.setAttribute(name, value);
  }
  target.append(...children.filter((child) => child !== undefined));
  return target;
}
