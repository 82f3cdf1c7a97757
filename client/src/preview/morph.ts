import { movePlace } from "./places.js";

/** Set by the page while it is read: they are not the model's, and outlive it. */
const own: ReadonlySet<string> = new Set(["data-current", "data-operand"]);

/**
 * Makes `old` what `fresh` is, touching only what differs, so that focus, selection and scrolling stay where they are.
 * @returns the element that is in the page now
 */
export function morph(old: Element, fresh: Element): Element {
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return fresh;
  }
  movePlace(fresh, old);
  morphAttributes(old, fresh);
  morphNodes(old, [...fresh.childNodes]);
  return old;
}

/** Makes the children of `parent` what `fresh` are. Those that are the same at both ends are known again, however many come between. */
export function morphChildren(parent: Element, fresh: readonly Element[]): void {
  const old = [...parent.children];
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && isAlike(old[head], fresh[head])) head++;
  let tail = 0;
  while (tail < Math.min(old.length, fresh.length) - head && isAlike(old.at(-1 - tail), fresh.at(-1 - tail))) tail++;
  const between = fresh.slice(head, fresh.length - tail);
  const gone = old.slice(head, old.length - tail);
  const following = old[old.length - tail] ?? null;
  for (const [index, element] of fresh.entries()) {
    const kept = index < head ? old[index] : index >= fresh.length - tail ? old[old.length - fresh.length + index] : gone[index - head];
    if (kept === undefined) parent.insertBefore(element, following);
    else morph(kept, element);
  }
  for (const element of gone.slice(between.length)) element.remove();
}

/** By name and words: the same part, perhaps with other marks. */
function isAlike(a: Element | undefined, b: Element | undefined): boolean {
  return a?.nodeName === b?.nodeName && a?.textContent === b?.textContent;
}

function morphAttributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !own.has(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    // Which cell of a grid can be reached by Tab is a matter of reading.
    const isKept = name === "tabindex" && old.hasAttribute(name);
    if (!isKept && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function morphNodes(old: Element, fresh: readonly ChildNode[]): void {
  const before = [...old.childNodes];
  for (const [index, node] of fresh.entries()) {
    const kept = before[index];
    if (kept === undefined) old.append(node);
    else if (kept instanceof Element && node instanceof Element) morph(kept, node);
    else if (kept instanceof Text && node instanceof Text) keepText(kept, node);
    else kept.replaceWith(node);
  }
  for (const node of before.slice(fresh.length)) node.remove();
}

/** Not written anew if it is the same: that would end a selection in it. */
function keepText(old: Text, fresh: Text): void {
  if (old.data !== fresh.data) old.data = fresh.data;
}
