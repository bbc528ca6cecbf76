// A custom robot of DingTalk (钉钉自定义机器人): a signed webhook that speaks into one group and calls one of its members by his number.
import { createHmac } from 'node:crypto';
import type { Handover, MessagePort } from './outgoing-message';
import { postJson } from './post-json';

/** More in a minute, and the robot is silenced for ten. */
const MOST_PER_MINUTE = 20;

/** https://open.dingtalk.com/document/robots/customize-robot-security-settings: base64 of HMAC-SHA256 over `timestamp`, a line feed and the secret, under the secret; the timestamp in milliseconds, at most an hour off. */
export function signatureOf(timestamp: number, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
}

export function dingtalkRobot({ url, secret }: { url: string; secret: string }): MessagePort {
  return {
    channel: 'dingtalk',
    mostPerMinute: MOST_PER_MINUTE,
    async hand({ mobile, text, at }): Promise<Handover> {
      const signed = new URL(url);
      signed.searchParams.set('timestamp', String(at.getTime()));
      signed.searchParams.set('sign', signatureOf(at.getTime(), secret));
      const { status, body } = await postJson(signed, {
        msgtype: 'text',
        text: { content: text },
        at: { atMobiles: [mobile], isAtAll: false },
      });
      if (status === null) return { verdict: 'again', error: 'unreachable' };
      if (status !== 200) return { verdict: 'again', error: `http-${status}` };
      // What it does not take it answers with 200 too, and a code.
      const code = (body as { errcode?: unknown } | null)?.errcode;
      return code === 0
        ? { verdict: 'taken' }
        : { verdict: 'again', error: `dingtalk-${typeof code === 'number' ? code : 'unclear'}` };
    },
  };
}
