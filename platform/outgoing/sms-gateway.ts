// A short-message gateway (短信网关) over HTTP: `{id, to, text}` under a key, answered by its status alone.
import type { Handover, MessagePort } from './outgoing-message';
import { postJson } from './post-json';

/** What a second attempt may mend; any other 4xx says that this message is never taken. */
const LATER = new Set([401, 403, 404, 408, 425, 429]);
/** it has a message of this id already */
const TAKEN_BEFORE = 409;
const MOST_PER_MINUTE = 300;

export function smsGateway({ url, key }: { url: string; key: string }): MessagePort {
  return {
    channel: 'sms',
    mostPerMinute: MOST_PER_MINUTE,
    async hand({ id, mobile, text }): Promise<Handover> {
      const { status } = await postJson(
        new URL(url),
        { id, to: mobile, text },
        { authorization: `Bearer ${key}`, 'idempotency-key': id },
      );
      if (status === null) return { verdict: 'again', error: 'unreachable' };
      if ((status >= 200 && status < 300) || status === TAKEN_BEFORE) return { verdict: 'taken' };
      return { verdict: status < 500 && !LATER.has(status) ? 'refused' : 'again', error: `http-${status}` };
    },
  };
}
