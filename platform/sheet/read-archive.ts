// Reads a zip archive (压缩包) without trusting it: what it says of its sizes is checked first, and what comes out is counted.
import { createInflateRaw } from 'node:zlib';
import { sheetRefusals } from '../vocabulary/sheet-refusals';

interface Entry {
  name: string;
  method: number;
  packed: number;
  size: number;
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 2000;

export class Archive {
  private readonly entries = new Map<string, Entry>();
  private left: number;

  constructor(
    private readonly bytes: Buffer,
    private readonly mostUnpacked: number,
  ) {
    this.left = mostUnpacked;
    let at = this.directory();
    const end = bytes.length - END_BYTES;
    for (; at <= end && bytes.readUInt32LE(at) === ENTRY; ) {
      const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
        number,
        number,
        number,
      ];
      const entry = {
        name: bytes.toString('utf8', at + 46, at + 46 + name),
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42),
      };
      this.entries.set(entry.name, entry);
      if (this.entries.size > MOST_ENTRIES) throw sheetRefusals.sheetIll();
      at += 46 + name + extra + comment;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of one entry as they come out; an archive that unfolds into more than is allowed is refused on the way. */
  async *unpack(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) throw sheetRefusals.sheetIll();
    const { at, packed, size, method } = entry;
    if (size > this.left) throw this.tooLarge();
    if (at + 30 > this.bytes.length || this.bytes.readUInt32LE(at) !== LOCAL) throw sheetRefusals.sheetIll();
    const begin = at + 30 + this.bytes.readUInt16LE(at + 26) + this.bytes.readUInt16LE(at + 28);
    const body = this.bytes.subarray(begin, begin + packed);
    if (method === 0) {
      this.take(body.length);
      yield body;
      return;
    }
    if (method !== 8) throw sheetRefusals.sheetIll();
    const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
    inflate.end(body);
    try {
      for await (const chunk of inflate) {
        this.take((chunk as Buffer).length);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw (error as { code?: string }).code?.startsWith('Z_') ? sheetRefusals.sheetIll() : error;
    } finally {
      inflate.destroy();
    }
  }

  async text(name: string, most = 1024 * 1024): Promise<string> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.unpack(name)) {
      size += chunk.length;
      if (size > most) throw this.tooLarge();
      parts.push(chunk);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  private take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw this.tooLarge();
  }

  private tooLarge() {
    return sheetRefusals.sheetTooLarge({ what: '解压后字节 unpacked bytes', allowed: this.mostUnpacked });
  }

  private directory(): number {
    const { bytes } = this;
    const lowest = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
    for (let at = bytes.length - END_BYTES; at >= lowest; at--)
      if (bytes.readUInt32LE(at) === END) return bytes.readUInt32LE(at + 16);
    throw sheetRefusals.sheetIll();
  }
}
