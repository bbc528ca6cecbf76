// The names inside a zip archive, from its directory at the end: enough to know an office file without unpacking it.

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record, and the longest comment that may follow it. */
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_NAMES = 5000;

/** Null for what is no whole archive. */
export function zipNames(bytes: Buffer): string[] | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_NAMES) return null;
  const names: string[] = [];
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at;
  return -1;
}
