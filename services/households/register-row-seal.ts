// The seal of an exported row (导出行签名): nobody but this system can have written what the row says of its origin.
import { createHmac, hkdfSync } from 'node:crypto';

export type RowSeal = (text: string) => string;

/** A key of its own, derived, so that it opens nothing else. */
export function rowSeal(secret: string): RowSeal {
  const key = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), 'households', 'exported row', 32));
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
