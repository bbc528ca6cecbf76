// How many requests are let in at a time, on a clock of its own: fewer when all are slow, more again when they are quick and more is asked.
import type { ServerResponse } from 'node:http';
import { Admission } from './admit-requests';

function made(most = 1000) {
  const clock = { ms: 0 };
  const turned: number[] = [];
  const admission = new Admission({
    most,
    targetMs: 300,
    now: () => clock.ms,
    onTurnedAway: ({ allowed }) => turned.push(allowed),
  });
  const told: { status?: number; headers?: Map<string, string>; body?: string } = {};
  const response = {
    writeHead: (status: number, list: string[]) =>
      Object.assign(told, {
        status,
        headers: new Map(list.flatMap((name, at) => (at % 2 ? [] : [[name, list[at + 1]]]))),
      }),
    end: (body: string) => Object.assign(told, { body }),
  } as unknown as ServerResponse;

  /** So many at once, all answered after `ms`. */
  async function wave(count: number, ms: number): Promise<void> {
    const ends: (() => void)[] = [];
    const all = Array.from({ length: count }, () =>
      admission.admit(response, () => new Promise<void>((resolve) => ends.push(resolve))),
    );
    clock.ms += ms;
    for (const end of ends) end();
    await Promise.all(all);
  }
  return { admission, clock, turned, told, wave };
}

test('more than are allowed are turned away at once with 503, OVERLOADED and when to try again', async () => {
  const { turned, told, wave } = made(20);
  await wave(25, 10);
  expect(turned).toEqual([20, 20, 20, 20, 20]);
  expect(told.status).toBe(503);
  expect(told.headers?.get('retry-after')).toBe('1');
  // A "no" has the headers of every answer.
  expect(told.headers?.get('X-Frame-Options')).toBe('DENY');
  expect(JSON.parse(told.body ?? '').errors[0].extensions).toMatchObject({
    code: 'OVERLOADED',
    facts: { allowed: 20 },
  });
});

test('when all are slow fewer are let in, down to a floor, and with quick ones more again up to the most', async () => {
  const { admission, wave } = made(300);
  const before = admission.allowed;
  await wave(300, 900);
  expect(admission.allowed).toBeLessThan(before);
  for (let round = 0; round < 40; round++) await wave(300, 900);
  expect(admission.allowed).toBe(16);
  for (let round = 0; round < 60; round++) await wave(300, 201);
  expect(admission.allowed).toBe(300);
});

test('a late event loop lowers the bound where it is made use of, and an idle one does not', async () => {
  const { admission, wave } = made();
  const before = admission.allowed;
  for (let turn = 0; turn < 5; turn++) admission.noticeLag(2000);
  expect(admission.allowed).toBe(before);
  const running = wave(before, 0);
  admission.noticeLag(50);
  expect(admission.allowed).toBe(before);
  admission.noticeLag(150);
  expect(admission.allowed).toBeLessThan(before);
  await running;
});

test('slowness of few, or of those alone who ask an ill subgraph, moves nothing', async () => {
  const { admission, clock, wave } = made();
  const before = admission.allowed;
  for (let round = 0; round < 20; round++) await wave(12, 5000);
  expect(admission.allowed).toBe(before);
  const response = {} as ServerResponse;
  for (let round = 0; round < 10; round++) {
    const pending: { due: number; end: () => void }[] = [];
    const all = Array.from({ length: 60 }, (_, at) => {
      const due = clock.ms + (at % 3 === 0 ? 20 : 2000);
      return admission.admit(response, () => new Promise<void>((end) => void pending.push({ due, end })));
    });
    for (const { due, end } of pending.sort((a, b) => a.due - b.due)) {
      clock.ms = due;
      end();
      await Promise.resolve();
    }
    await Promise.all(all);
  }
  expect(admission.allowed).toBeGreaterThanOrEqual(before);
});
