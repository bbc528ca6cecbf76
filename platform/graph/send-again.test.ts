// What is sent a second time and what never is, told by how the connection failed.
import { sendAgain } from './send-again';

const failing = (code: string) => Object.assign(new Error(code), { code });

/** Fails so often with that code, then answers. */
function sender(code: string, times: number) {
  let sent = 0;
  return {
    send: async () => {
      sent++;
      if (sent <= times) throw failing(code);
      return 'answer';
    },
    sent: () => sent,
  };
}

test.each(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])(
  'a query whose connection broke (%s) is sent again, once',
  async (code) => {
    const once = sender(code, 1);
    expect(await sendAgain(once.send, { isQuery: true, leftMs: 1000 })).toBe('answer');
    expect(once.sent()).toBe(2);
    const twice = sender(code, 2);
    await expect(sendAgain(twice.send, { isQuery: true, leftMs: 1000 })).rejects.toThrow(code);
    expect(twice.sent()).toBe(2);
  },
);

test('a mutation whose connection broke is never sent again: it may have been done', async () => {
  const broken = sender('ECONNRESET', 1);
  await expect(sendAgain(broken.send, { isQuery: false, leftMs: 1000 })).rejects.toThrow('ECONNRESET');
  expect(broken.sent()).toBe(1);
});

test('what was refused a connection was not sent at all: also a mutation is tried while there is time', async () => {
  const starting = sender('ECONNREFUSED', 3);
  expect(await sendAgain(starting.send, { isQuery: false, leftMs: 1500 })).toBe('answer');
  expect(starting.sent()).toBe(4);
  const dead = sender('ECONNREFUSED', Number.POSITIVE_INFINITY);
  await expect(sendAgain(dead.send, { isQuery: true, leftMs: 100 })).rejects.toThrow('ECONNREFUSED');
  expect(dead.sent()).toBeLessThan(5);
});

test('a time-out is never sent again', async () => {
  const late = sender('UND_ERR_HEADERS_TIMEOUT', 1);
  await expect(sendAgain(late.send, { isQuery: true, leftMs: 1000 })).rejects.toThrow('UND_ERR_HEADERS_TIMEOUT');
  expect(late.sent()).toBe(1);
});
