// Writes a zip archive (压缩包) piece by piece: nothing is held but what is being packed, and sizes are told behind each entry.
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ArchivePart {
  name: string;
  text: AsyncIterable<string | Buffer> | Iterable<string>;
}

/** 1980-01-01 00:00: when it was made stands inside, and equal content gives equal bytes. */
const STAMP = 0x00210000;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;

export async function* writeArchive(parts: AsyncIterable<ArchivePart> | Iterable<ArchivePart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, text } of parts) {
    const path = Buffer.from(name, 'utf8');
    const begun = at;
    const local = header(0x04034b50, path, [0, 0, 0]);
    at += local.length;
    yield local;
    const tally = { sum: 0, size: 0, packed: 0 };
    for await (const chunk of packed(text, tally)) {
      at += chunk.length;
      yield chunk;
    }
    const sizes: Sizes = [tally.sum, tally.packed, tally.size];
    const behind = Buffer.alloc(16);
    for (const [place, value] of [0x08074b50, ...sizes].entries()) behind.writeUInt32LE(value, place * 4);
    at += behind.length;
    yield behind;
    directory.push(entryOf(path, sizes, begun));
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([...directory, end]);
}

type Sizes = [sum: number, packed: number, size: number];

async function* packed(
  text: ArchivePart['text'],
  tally: { sum: number; size: number; packed: number },
): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of text) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      if (bytes.length === 0) continue;
      tally.sum = crc32(bytes, tally.sum);
      tally.size += bytes.length;
      yield bytes;
    }
  }
  // The fastest level: a sheet repeats itself enough.
  const deflate = createDeflateRaw({ level: 1, chunkSize: 64 * 1024 });
  // One piece waits while one is packed, and no more.
  pipeline(Readable.from(counted(), { highWaterMark: 1 }), deflate, () => undefined);
  for await (const chunk of deflate) {
    tally.packed += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
}

function header(signature: number, path: Buffer, sizes: Sizes): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt32LE(STAMP, 10);
  for (const [place, value] of sizes.entries()) head.writeUInt32LE(value, 14 + place * 4);
  head.writeUInt16LE(path.length, 26);
  return Buffer.concat([head, path]);
}

function entryOf(path: Buffer, sizes: Sizes, begun: number): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt32LE(STAMP, 12);
  for (const [place, value] of sizes.entries()) entry.writeUInt32LE(value, 16 + place * 4);
  entry.writeUInt16LE(path.length, 28);
  entry.writeUInt32LE(begun, 42);
  return Buffer.concat([entry, path]);
}
