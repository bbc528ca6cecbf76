// A file ticket (文件凭证): one upload or one download by one person under one appointment, signed by the subgraph that will serve it.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** What a ticket says; whether it was used, and whether its time has come, is the database's to know. */
export interface TicketClaims {
  id: string;
  subgraph: string;
  personId: string;
  appointmentId: string | null;
  sessionId: string;
  verb: 'upload' | 'download';
}

/** In front of what is signed: the same key seals passports, and neither can pass for the other. */
const PURPOSE = 'file-ticket.';
const LONGEST = 2000;

export class TicketSeal {
  private readonly key: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(privateKeyPem: string) {
    this.key = createPrivateKey(privateKeyPem.replaceAll('\\n', '\n'));
    this.publicKey = createPublicKey(this.key);
  }

  seal(claims: TicketClaims): string {
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return `${body}.${sign(null, Buffer.from(PURPOSE + body), this.key).toString('base64url')}`;
  }

  /** The claims, or null whatever is wrong. */
  open(ticket: string): TicketClaims | null {
    const [body, signature, ...more] = ticket.split('.');
    if (!body || !signature || more.length > 0 || ticket.length > LONGEST) return null;
    if (!verify(null, Buffer.from(PURPOSE + body), this.publicKey, Buffer.from(signature, 'base64url'))) return null;
    return peekTicket(ticket);
  }
}

/** What a ticket says without looking at its seal: enough to look a session up, and never enough to open anything. */
export function peekTicket(ticket: string): TicketClaims | null {
  try {
    const claims = JSON.parse(Buffer.from(ticket.split('.')[0] ?? '', 'base64url').toString('utf8')) as TicketClaims;
    return typeof claims?.sessionId === 'string' && typeof claims.personId === 'string' ? claims : null;
  } catch {
    return null;
  }
}
