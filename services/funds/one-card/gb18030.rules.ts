// GB 18030 (国标汉字编码) written: the platform reads it but cannot write it, and banks' fixed forms count its bytes.
let pairs: Map<number, number> | undefined;
let quads: Map<number, number> | undefined;

/** Where the linear part of the code begins, for characters beyond the basic plane: at the bytes 90 30 81 30. */
const BEYOND = (0x90 - 0x81) * 12_600;
/** How many codes of four bytes the basic plane takes. */
const PLANE = 39_420;

/** Two bytes: everything that a card or a name is usually written with. */
function pairOf(code: number): number | undefined {
  if (!pairs) {
    pairs = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let first = 0x81; first <= 0xfe; first++)
      for (let second = 0x40; second <= 0xfe; second++) {
        if (second === 0x7f) continue;
        const text = decoder.decode(Uint8Array.of(first, second));
        const told = text.codePointAt(0) ?? 0xfffd;
        if (text.length === (told > 0xffff ? 2 : 1) && told !== 0xfffd && !pairs.has(told))
          pairs.set(told, first * 256 + second);
      }
  }
  return pairs.get(code);
}

const bytesAt = (linear: number): number[] => [
  0x81 + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
];

/** Four bytes: rare characters of names (生僻字). */
function quadOf(code: number): number[] {
  if (code > 0xffff) return bytesAt(BEYOND + code - 0x10000);
  if (!quads) {
    quads = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let linear = 0; linear < PLANE; linear++) {
      const told = decoder.decode(Uint8Array.from(bytesAt(linear))).codePointAt(0);
      if (told !== undefined && told !== 0xfffd && !quads.has(told)) quads.set(told, linear);
    }
  }
  const linear = quads.get(code);
  return linear === undefined ? [0x3f] : bytesAt(linear);
}

export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? undefined : pairOf(code);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else bytes.push(...quadOf(code));
  }
  return Buffer.from(bytes);
}

export const decodeGb18030 = (bytes: Uint8Array): string => new TextDecoder('gb18030', { fatal: true }).decode(bytes);
