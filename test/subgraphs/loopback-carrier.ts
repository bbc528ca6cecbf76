// A carrier on the loopback (运营方), for tests: it hears what is handed over, and answers as it is told.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Data } from './assessments-desk';

export interface Heard {
  channel: 'sms' | 'dingtalk';
  url: string;
  headers: Record<string, unknown>;
  body: Data;
}

export interface Carrier {
  /** settings that send to it */
  env: Record<string, string>;
  heard: Heard[];
  /** what its gateway for short messages answers; its robot takes all */
  status: number;
  close(): void;
}

export async function openCarrier(): Promise<Carrier> {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      const { url = '', headers } = request;
      const robot = url.startsWith('/robot');
      carrier.heard.push({ channel: robot ? 'dingtalk' : 'sms', url, headers, body: JSON.parse(text) });
      response.writeHead(robot ? 200 : carrier.status).end('{"errcode":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const carrier: Carrier = {
    env: {
      SMS_URL: `${base}/sms`,
      SMS_KEY: 'a-key-for-tests',
      DINGTALK_URL: `${base}/robot/send?access_token=t`,
      DINGTALK_SECRET: 'SEC-for-tests',
      DELIVERY_PAUSE_MS: '50',
    },
    heard: [],
    status: 202,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return carrier;
}

/** Looks again and again for what comes about by itself. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  for (let turn = 0; turn < 200; turn++, await pause(50)) {
    const found = await look();
    if (found) return found;
  }
  throw new Error('it did not come about within ten seconds');
}
