import type { Words } from "../words.js";

const reasons: Readonly<Record<string, Words>> = {
  ENOENT: { zh: "没有这个文件，请检查路径", en: "no such file; check the path" },
  ENOTDIR: { zh: "路径中有一段不是文件夹，请检查路径", en: "a part of the path is not a folder; check the path" },
  EISDIR: { zh: "这是文件夹，不是文件", en: "this is a folder, not a file" },
  EACCES: { zh: "没有权限，请检查文件的权限", en: "permission denied; check the permissions" },
  EPERM: { zh: "没有权限，请检查文件的权限", en: "permission denied; check the permissions" },
  EROFS: { zh: "所在磁盘是只读的", en: "the disk is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  ELOOP: { zh: "链接绕成了圈", en: "the link leads back to itself" },
  ENAMETOOLONG: { zh: "路径太长", en: "the path is too long" },
  EMFILE: { zh: "同时打开的文件太多", en: "too many open files" },
};

/** What the operating system refused, in words. */
export function systemProblem(path: string, error: unknown): Words {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const reason = reasons[code] ?? { zh: `无法读写（${code}）`, en: `cannot be read or written (${code})` };
  return about(path, reason);
}

/** Puts the name of the file before what is to be said of it. */
export function about(name: string, words: Words): Words {
  return { zh: `${name}：${words.zh}`, en: `${name}: ${words.en}` };
}
