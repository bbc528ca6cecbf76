// Messages that leave: signed as DingTalk says, keyed for a gateway, and never sent where an answer points to.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dingtalkRobot, signatureOf } from './dingtalk-robot';
import { openPorts } from './open-ports';
import { smsGateway } from './sms-gateway';

let server: Server;
let heard: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
let answer: { status: number; body?: string; headers?: Record<string, string> } = { status: 200 };
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      heard.push({ url: request.url ?? '', headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
});

const message = { id: 'm-1', mobile: '13800000000', text: '问题已交办', at: new Date('2018-06-01T00:00:00Z') };

test('a robot is spoken to under the signature of the time and the secret, and calls one number', async () => {
  const robot = dingtalkRobot({ url: `${base}/robot/send?access_token=t`, secret: 'this is secret' });
  answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
  expect(await robot.hand(message)).toEqual({ verdict: 'taken' });
  const asked = new URL(heard[0]?.url ?? '', base);
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    access_token: 't',
    timestamp: '1527811200000',
    sign: signatureOf(1527811200000, 'this is secret'),
  });
  // Computed beside this code: printf '1527811200000\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary | base64
  expect(asked.searchParams.get('sign')).toBe('f8kvClE9JcI9rIqohubD5HTqzLamnrnSRP1D3Kbc+Yw=');
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '问题已交办' },
    at: { atMobiles: ['13800000000'], isAtAll: false },
  });
  answer = { status: 200, body: '{"errcode":310000,"errmsg":"sign not match"}' };
  expect(await robot.hand(message)).toEqual({ verdict: 'again', error: 'dingtalk-310000' });
});

test('a gateway takes a message once by its id; what it says decides whether to come again', async () => {
  const gateway = smsGateway({ url: `${base}/sms`, key: 'the-key-of-it' });
  const told = async (status: number) => {
    answer = { status };
    return gateway.hand(message);
  };
  expect(await told(202)).toEqual({ verdict: 'taken' });
  expect(heard[0]).toMatchObject({
    url: '/sms',
    headers: { authorization: 'Bearer the-key-of-it', 'idempotency-key': 'm-1' },
  });
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual({ id: 'm-1', to: '13800000000', text: '问题已交办' });
  expect(await told(409)).toEqual({ verdict: 'taken' });
  expect(await told(422)).toEqual({ verdict: 'refused', error: 'http-422' });
  for (const status of [429, 401, 500, 503])
    expect(await told(status)).toEqual({ verdict: 'again', error: `http-${status}` });
});

test('a redirect is not followed, and a silent carrier is asked again', async () => {
  answer = { status: 307, headers: { location: `${base}/elsewhere` } };
  expect(await smsGateway({ url: `${base}/sms`, key: 'the-key-of-it' }).hand(message)).toEqual({
    verdict: 'again',
    error: 'unreachable',
  });
  expect(heard.map(({ url }) => url)).toEqual(['/sms']);
});

test('no port is open unless it is configured, wholly', () => {
  expect(openPorts({}).size).toBe(0);
  expect([...openPorts({ SMS_URL: `${base}/sms`, SMS_KEY: 'the-key-of-it' }).keys()]).toEqual(['sms']);
  expect(() => openPorts({ SMS_URL: `${base}/sms` })).toThrow(/SMS_KEY/);
  expect(() => openPorts({ DINGTALK_SECRET: 'SEC00000000' })).toThrow(/DINGTALK_URL/);
});
