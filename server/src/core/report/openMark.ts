/** What an author writes into a chapter that is still to be written; the templates and the quick fix use it as well. */
export const openMark = "【待填写】";
