/**
 * Writes GB18030, which Node can only read. The table is the inverse of Node's own decoder, so that what was read comes
 * back as the same characters; it is built on first use.
 */

/** Linear numbers of four-byte sequences: the Basic Multilingual Plane from 0, the other planes from 189,000. */
const bmpSequences = 39_420;
const firstAstralSequence = 189_000;

let table: Uint32Array | undefined;

/** Undefined for a text with a character that GB18030 cannot hold: some twenty code points of private use, half of a surrogate pair. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (const character of text) {
    const sequence = sequenceOf(character.codePointAt(0) ?? 0, table);
    if (sequence === undefined) return undefined;
    for (const byte of bytesOf(sequence)) bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

function sequenceOf(codePoint: number, inverse: Uint32Array): number | undefined {
  if (codePoint < 0x80) return codePoint;
  if (codePoint > 0xffff) return fourBytes(firstAstralSequence + codePoint - 0x10000);
  return inverse[codePoint] || undefined;
}

/** One, two or four bytes, packed big-endian into a number; a first byte of a longer sequence is never zero. */
function bytesOf(sequence: number): readonly number[] {
  if (sequence < 0x80) return [sequence];
  if (sequence <= 0xffff) return [sequence >>> 8, sequence & 0xff];
  return [sequence >>> 24, (sequence >>> 16) & 0xff, (sequence >>> 8) & 0xff, sequence & 0xff];
}

function fourBytes(linear: number): number {
  const [first, second, third, fourth] = [0x81 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1_260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)];
  return ((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0;
}

function buildTable(): Uint32Array {
  const inverse = new Uint32Array(0x10000);
  // Later entries win: two bytes over four, and of two two-byte spellings (U+3000: A1A1, A3A0) the lower one.
  enter(inverse, Array.from({ length: bmpSequences }, (_, linear) => fourBytes(linear)));
  enter(inverse, twoByteSequences().reverse());
  return inverse;
}

function enter(inverse: Uint32Array, sequences: readonly number[]): void {
  const decoded = new TextDecoder("gb18030").decode(Uint8Array.from(sequences.flatMap(bytesOf)));
  if (decoded.length !== sequences.length) throw new Error(`GB18030 decoder gave ${decoded.length} characters for ${sequences.length} sequences`);
  sequences.forEach((sequence, index) => (inverse[decoded.charCodeAt(index)] = sequence));
}

function twoByteSequences(): number[] {
  const sequences: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) sequences.push((lead << 8) | trail);
  }
  return sequences;
}
