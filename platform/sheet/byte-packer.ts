// Packs texts into bytes (文本成块): row after row into one block, because a long text that was put together from many is slow to encode.

/** So large that few turns are needed to send a sheet, so small that a slow reader keeps little waiting. */
const BLOCK = 128 * 1024;
/** Bytes that a unit of text takes at most in UTF-8. */
const BYTES_A_UNIT = 3;

export class BytePacker {
  private block = Buffer.allocUnsafeSlow(BLOCK);
  private used = 0;

  /** Answers a block when it is full. */
  add(text: string): Buffer | null {
    const most = text.length * BYTES_A_UNIT;
    if (this.used + most <= BLOCK) {
      this.used += this.block.write(text, this.used, 'utf8');
      return null;
    }
    const before = this.take();
    if (most > BLOCK) return Buffer.concat([before, Buffer.from(text, 'utf8')]);
    this.used = this.block.write(text, 0, 'utf8');
    return before;
  }

  /** What was added since the last block; the packer goes on with a new one. */
  take(): Buffer {
    const taken = this.block.subarray(0, this.used);
    if (this.used > 0) this.block = Buffer.allocUnsafeSlow(BLOCK);
    this.used = 0;
    return taken;
  }
}
