// Initial passwords (初始口令) are drawn, never chosen: sixteen letters and digits that cannot be misread, some 80 bits of chance.

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** From at least sixteen bytes of a keyed hash: the same import told twice tells the same passwords, and none is stored. */
export function drawnPassword(bytes: Uint8Array): string {
  if (bytes.length < 16) throw new RangeError('sixteen bytes are needed');
  const letters = Array.from(bytes.subarray(0, 16), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
