// The file store (文件库): files under the hash of their content, written whole or not at all, never changed, each content once.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../../vocabulary/canonical';

export class FileStore {
  constructor(private readonly folder: string) {}

  /** Answers the SHA-256 under which it is kept from now on. */
  async keep(bytes: Buffer): Promise<string> {
    const sha256 = sha256Of(bytes);
    const place = this.placeOf(sha256);
    if (await stat(place).catch(() => null)) return sha256;
    const folder = join(this.folder, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = join(folder, `.${randomUUID()}`);
    try {
      const file = await open(draft, 'wx', 0o400);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      // Whoever else keeps the same content at this moment puts the same bytes in the same place.
      await rename(draft, place);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return sha256;
  }

  /** A content that is not what its hash says is a fault, never an answer. */
  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.placeOf(sha256));
    if (sha256Of(bytes) !== sha256) throw new Error(`the file kept under ${sha256} is not what was kept`);
    return bytes;
  }

  private placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}
