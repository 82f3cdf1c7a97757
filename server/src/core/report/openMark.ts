/** What an author writes into a chapter that is still to be written; the templates and the quick fix use it as well. */
export const openMark = "【待填写】";

/** The same in a Traditional draft. */
const traditionalMark = "【待填寫】";

export function hasOpenMark(text: string): boolean {
  return text.includes(openMark) || text.includes(traditionalMark);
}
