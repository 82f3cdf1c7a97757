import type { Words } from "../words.js";

/** What a file that is no text begins with, and what its author can do about it. */
interface Signature {
  readonly bytes: readonly number[];
  readonly kind: Words;
  readonly advice: Words;
}

const saveAsText: Words = { zh: "请先另存为纯文本（.txt）或 Markdown 再检查", en: "save it as plain text or Markdown first" };
const copyText: Words = { zh: "请先复制其中的文字，另存为文本（.txt）再检查", en: "copy its text into a text file first" };
const unpack: Words = { zh: "请先解压", en: "unpack it first" };

const signatures: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: { zh: " PDF 文件", en: "a PDF file" }, advice: copyText },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: { zh: "旧版 Office 文件（.doc、.xls、.wps）", en: "an old Office file (.doc, .xls, .wps)" }, advice: saveAsText },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: { zh: " RTF 文件", en: "an RTF file" }, advice: saveAsText },
  { bytes: [0x1f, 0x8b], kind: { zh: " gzip 压缩文件", en: "a gzip archive" }, advice: unpack },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: { zh: " RAR 压缩文件", en: "a RAR archive" }, advice: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: { zh: " 7z 压缩文件", en: "a 7z archive" }, advice: unpack },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: { zh: "图片", en: "an image" }, advice: copyText },
  { bytes: [0xff, 0xd8, 0xff], kind: { zh: "图片", en: "an image" }, advice: copyText },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: { zh: "图片", en: "an image" }, advice: copyText },
];

const zip = [0x50, 0x4b, 0x03, 0x04];

/** Undefined if the bytes do not begin like any binary file that reports are kept in. */
export function knownBinary(bytes: Uint8Array): Words | undefined {
  if (beginsWith(bytes, zip)) return describe(zipKind(bytes), isOffice(bytes) ? saveAsText : unpack);
  const signature = signatures.find((candidate) => beginsWith(bytes, candidate.bytes));
  return signature === undefined ? undefined : describe(signature.kind, signature.advice);
}

/** Bytes of no known kind that are no text either. */
export const unknownBinary: Words = describe({ zh: "二进制文件", en: "a binary file" }, saveAsText);

function describe(kind: Words, advice: Words): Words {
  return { zh: `这是${kind.zh}，不是文本；${advice.zh}`, en: `this is ${kind.en}, not text; ${advice.en}` };
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function zipKind(bytes: Uint8Array): Words {
  return isOffice(bytes) ? { zh: " Word 或 Office 文件（.docx、.xlsx）", en: "an Office file (.docx, .xlsx)" } : { zh: " zip 压缩文件", en: "a zip archive" };
}

/** Office files and OpenDocument name their kind in the first entries of the archive. */
function isOffice(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /\[Content_Types\]\.xml|_rels\/|mimetypeapplication\/vnd|word\/|xl\/|docProps\//.test(head);
}
