// Reads answers off a connection as lean as can be: the status, and how long the body is; nothing is decoded and nothing kept.

export interface Answer {
  status: number;
  bytes: number;
}

const HEAD_END = '\r\n\r\n';

/** Of HTTP/1.1 with a length or in chunks, one answer after the other. */
export class AnswerReader {
  private head: Buffer | null = null;
  private status = 0;
  private bytes = 0;
  /** of the body or of the chunk, with the line end that closes a chunk; -1 while a head or the size of a chunk is read */
  private left = -1;
  private chunked = false;
  /** of the size of a chunk, which may arrive in pieces */
  private line = '';
  private inTrailer = false;

  constructor(private readonly done: (answer: Answer) => void) {}

  feed(piece: Buffer): void {
    let at = 0;
    while (at < piece.length) {
      if (this.status === 0) at = this.readHead(piece, at);
      else if (this.left > 0) at = this.skipBody(piece, at);
      else at = this.readSize(piece, at);
    }
  }

  private readHead(piece: Buffer, from: number): number {
    const before = this.head?.length ?? 0;
    const all = this.head ? Buffer.concat([this.head, piece.subarray(from)]) : piece.subarray(from);
    const end = all.indexOf(HEAD_END);
    if (end < 0) {
      this.head = all;
      return piece.length;
    }
    const head = all.toString('latin1', 0, end).toLowerCase();
    this.head = null;
    this.status = Number(head.slice(9, 12));
    this.bytes = 0;
    this.chunked = head.includes('\r\ntransfer-encoding: chunked');
    this.left = this.chunked ? -1 : Number(/\r\ncontent-length: *(\d+)/.exec(head)?.[1] ?? 0);
    if (!this.chunked) this.bytes = this.left;
    if (this.left === 0) this.finish();
    return from + end + HEAD_END.length - before;
  }

  private skipBody(piece: Buffer, from: number): number {
    const taken = Math.min(this.left, piece.length - from);
    this.left -= taken;
    if (this.left === 0) {
      if (this.chunked) this.left = -1;
      else this.finish();
    }
    return from + taken;
  }

  private readSize(piece: Buffer, from: number): number {
    const end = piece.indexOf('\n', from);
    this.line += piece.toString('latin1', from, end < 0 ? piece.length : end);
    if (end < 0) return piece.length;
    const line = this.line.trim();
    this.line = '';
    if (this.inTrailer) {
      // Trailers end with an empty line.
      if (line === '') this.finish();
      return end + 1;
    }
    const size = Number.parseInt(line, 16);
    if (size === 0) this.inTrailer = true;
    else {
      this.bytes += size;
      this.left = size + 2;
    }
    return end + 1;
  }

  private finish(): void {
    const { status, bytes } = this;
    this.status = 0;
    this.left = -1;
    this.inTrailer = false;
    this.done({ status, bytes });
  }
}
