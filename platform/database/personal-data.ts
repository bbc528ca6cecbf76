// Personal data (个人信息) at rest: AES-256-GCM under versioned keys, and a blind index to look a number up without storing it.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export interface PersonalDataKeys {
  /** key version -> 32 bytes in base64; the highest version writes, all read */
  keys: Readonly<Record<string, string>>;
  blindIndexKey: string;
}

export class PersonalData {
  private readonly keys = new Map<number, Buffer>();
  private readonly current: number;
  private readonly blindKey: Buffer;

  constructor(given: PersonalDataKeys) {
    for (const [version, key] of Object.entries(given.keys))
      this.keys.set(Number(version), keyOf(key, `PERSONAL_DATA_KEYS[${version}]`));
    this.current = Math.max(...this.keys.keys());
    this.blindKey = keyOf(given.blindIndexKey, 'BLIND_INDEX_KEY');
  }

  seal(text: string): Buffer {
    return this.sealBytes(Buffer.from(text, 'utf8'));
  }

  open(sealed: Buffer): string {
    return this.openBytes(sealed).toString('utf8');
  }

  /** One byte of key version, 12 of nonce, 16 of tag, then the content. */
  sealBytes(bytes: Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(this.current), nonce);
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from([this.current]), nonce, cipher.getAuthTag(), body]);
  }

  openBytes(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor(sealed[0] ?? 0), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
  }

  /** Equal numbers give equal indexes; without the key the index cannot be computed. */
  blindIndex(text: string): string {
    return createHmac('sha256', this.blindKey).update(text).digest('base64url');
  }

  private keyFor(version: number): Buffer {
    const key = this.keys.get(version);
    if (!key)
      throw new Error(`personal data is sealed with key version ${version}, which PERSONAL_DATA_KEYS does not hold`);
    return key;
  }
}

function keyOf(base64: string, name: string): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64`);
  return key;
}
