// Where a stream of notices goes on (续传): after the event that its client saw last.
import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from '../read-request';
import { gatewayRefusals } from '../refusals';

/** The cursor of the event that the client saw last, as its browser sends it. */
export function resumeFrom({ headers }: IncomingMessage): string | null {
  const last = headers['last-event-id'];
  if (last === undefined || last === '') return null;
  if (typeof last === 'string' && /^[A-Za-z0-9_-]{1,200}$/.test(last)) return last;
  throw new HttpRefusal(
    gatewayRefusals.malformed({ zh: 'Last-Event-ID 无效', en: 'Last-Event-ID is not one of ours' }),
    400,
  );
}
