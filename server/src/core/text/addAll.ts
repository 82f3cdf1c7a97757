/**
 * `list.push(...items)` for any number of items. An engine takes some hundred thousand arguments at most, and a draft of one
 * million characters on one line may have more numbers than that.
 */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}
