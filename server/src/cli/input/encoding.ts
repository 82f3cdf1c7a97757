import { isUtf8 } from "node:buffer";
import type { Words } from "../words.js";
import { knownBinary, unknownBinary } from "./binary.js";
import { encodeGb18030 } from "./gb18030.js";
import { hasManyControls, looksLikeChinese, looksLikeText } from "./plausible.js";

export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** How the characters of a file are written down; kept, so that a fix changes nothing but what it fixes. */
export interface Encoding {
  readonly name: EncodingName;
  readonly hasMark: boolean;
}

export interface Decoded {
  readonly kind: "text";
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

export interface Refused {
  readonly kind: "empty" | "binary" | "undecodable";
  readonly words: Words;
}

const marks: readonly { readonly name: EncodingName; readonly bytes: readonly number[] }[] = [
  { name: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { name: "utf-16le", bytes: [0xff, 0xfe] },
  { name: "utf-16be", bytes: [0xfe, 0xff] },
];

const empty: Refused = { kind: "empty", words: { zh: "文件是空的（0 字节），请确认选对了文件", en: "the file is empty (0 bytes); is it the right one?" } };
const undecodable: Refused = {
  kind: "undecodable",
  words: { zh: "看不出文件的编码（不是 UTF-8、UTF-16 或 GB18030），请另存为 UTF-8 再检查", en: "the encoding is not UTF-8, UTF-16 or GB18030; save the file as UTF-8 first" },
};

/** Finds the encoding and reads the text, or says why it cannot be read. */
export function decode(bytes: Uint8Array): Decoded | Refused {
  if (bytes.length === 0) return empty;
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeMarked(bytes.subarray(marked.bytes.length), marked.name);
  const binary = knownBinary(bytes);
  if (binary !== undefined) return { kind: "binary", words: binary };
  return decodeUnmarked(bytes);
}

function decodeMarked(bytes: Uint8Array, name: EncodingName): Decoded | Refused {
  const text = tryDecode(bytes, name);
  if (text === undefined) return undecodable;
  return text === "" ? empty : { kind: "text", text, encoding: { name, hasMark: true } };
}

function decodeUnmarked(bytes: Uint8Array): Decoded | Refused {
  // Every ASCII character in UTF-16 has a NUL beside it, and no draft is without line ends and digits.
  if (bytes.includes(0)) return decodeWithNuls(bytes);
  if (isUtf8(bytes)) return textUnlessControls(tryDecode(bytes, "utf-8") ?? "", "utf-8");
  const text = tryDecode(bytes, "gb18030");
  if (text !== undefined && looksLikeChinese(text) && !hasManyControls(text)) return decoded(text, "gb18030");
  return looksBinary(bytes) ? { kind: "binary", words: unknownBinary } : undecodable;
}

function decodeWithNuls(bytes: Uint8Array): Decoded | Refused {
  for (const name of ["utf-16le", "utf-16be"] as const) {
    const text = tryDecode(bytes, name);
    if (text !== undefined && looksLikeText(text) && looksLikeChinese(text)) return decoded(text, name);
  }
  if (isUtf8(bytes)) return textUnlessControls(tryDecode(bytes, "utf-8") ?? "", "utf-8");
  return { kind: "binary", words: unknownBinary };
}

function textUnlessControls(text: string, name: EncodingName): Decoded | Refused {
  return hasManyControls(text) ? { kind: "binary", words: unknownBinary } : decoded(text, name);
}

function decoded(text: string, name: EncodingName): Decoded {
  return { kind: "text", text, encoding: { name, hasMark: false } };
}

function looksBinary(bytes: Uint8Array): boolean {
  return hasManyControls(Buffer.from(bytes.subarray(0, 20_000)).toString("latin1"));
}

/** Undefined if the bytes are not valid in the encoding, or this Node was built without it. */
function tryDecode(bytes: Uint8Array, name: EncodingName): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text, or undefined if the encoding cannot hold it: then nothing may be written. */
export function encode(text: string, { name, hasMark }: Encoding): Uint8Array | undefined {
  const body = encodeBody(text, name);
  if (body === undefined || tryDecode(body, name) !== text) return undefined;
  const mark = hasMark ? (marks.find((candidate) => candidate.name === name)?.bytes ?? []) : [];
  return Buffer.concat([Uint8Array.from(mark), body]);
}

function encodeBody(text: string, name: EncodingName): Uint8Array | undefined {
  switch (name) {
    case "utf-8": return Buffer.from(text, "utf8");
    case "utf-16le": return Buffer.from(text, "utf16le");
    case "utf-16be": return Buffer.from(text, "utf16le").swap16();
    case "gb18030": return encodeGb18030(text);
  }
}
