// What passes the gate of a subgraph, what waits before it, and what is turned away.
import { commonRefusals, Refusal, refusal } from '#platform/vocabulary/refusal';
import { SubgraphGate } from './subgraph-gate';

const made = (more: Partial<ConstructorParameters<typeof SubgraphGate>[0]> = {}) =>
  new SubgraphGate({ subgraph: 'funds', most: 2, mostWaiting: 1, failures: 1, pauseMs: 50, ...more });

const never = () => new Promise<never>(() => undefined);
const unavailable = (cause?: object) => Object.assign(commonRefusals.unavailable({ subgraph: 'funds' }), { cause });

/** Works that the test itself ends. */
function works() {
  const ends: (() => void)[] = [];
  return { ends, work: () => new Promise<string>((resolve) => ends.push(() => resolve('done'))) };
}

async function told(passing: Promise<unknown>): Promise<{ code: string; facts: object } | string> {
  return passing.then(
    (value) => String(value),
    (error: Refusal) => ({ code: error.code, facts: error.facts }),
  );
}

/** Enough failures, over more than a moment. */
async function opened(gate: SubgraphGate): Promise<void> {
  for (const until = performance.now() + 3000; gate.breaker.state === 'closed' && performance.now() < until; ) {
    await told(gate.pass(() => Promise.reject(unavailable()), 100));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(gate.breaker.state).toBe('open');
}

test('so many run, one waits for its turn, and the next is refused at once with when to try again', async () => {
  const gate = made();
  const { ends, work } = works();
  const passing = [1, 2, 3].map(() => gate.pass(work, 5000));
  expect([gate.bulkhead.inFlight, gate.bulkhead.waiting, ends.length]).toEqual([2, 1, 2]);
  expect(await told(gate.pass(work, 5000))).toEqual({
    code: 'OVERLOADED',
    facts: { subgraph: 'funds', retryAfterSeconds: 1 },
  });
  ends[0]?.();
  expect(await passing[0]).toBe('done');
  await new Promise(setImmediate);
  expect([gate.bulkhead.inFlight, gate.bulkhead.waiting, ends.length]).toEqual([2, 0, 3]);
  for (const end of ends) end();
  expect(await Promise.all(passing)).toEqual(['done', 'done', 'done']);
  expect(gate.bulkhead.inFlight).toBe(0);
});

test('who waits too long gives up his place, and is never begun', async () => {
  const gate = made({ most: 1 });
  const { ends, work } = works();
  const first = gate.pass(work, 5000);
  expect(await told(gate.pass(work, 20))).toMatchObject({ code: 'UNAVAILABLE' });
  ends[0]?.();
  await first;
  expect([ends.length, gate.bulkhead.inFlight, gate.bulkhead.waiting, gate.breaker.state]).toEqual([1, 0, 0, 'closed']);
});

test('an open breaker asks nothing, names the subgraph, and closes with a probe that is answered', async () => {
  const gate = made({ pauseMs: 1000 });
  await opened(gate);
  let asked = 0;
  const work = async () => `answer ${++asked}`;
  expect(await told(gate.pass(work, 100))).toEqual({
    code: 'UNAVAILABLE',
    facts: { subgraph: 'funds', retryAfterSeconds: 1 },
  });
  expect(asked).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(await gate.pass(work, 100)).toBe('answer 1');
  expect(gate.breaker.state).toBe('closed');
});

const notItsFault: [string, () => Promise<unknown>, number, number][] = [
  ['refusals', () => Promise.reject(refusal('NOT_FOUND', '无', 'none')()), 100, 100],
  ['faults', () => Promise.reject(new Error('a fault')), 100, 100],
  ['requests that it does not take', () => Promise.reject(unavailable({ status: 400 })), 100, 100],
  ['calls that were given too little time', never, 5, 100],
];
test.each(notItsFault)('%s open no breaker', async (_, work, limitMs, usualMs) => {
  const gate = made();
  for (const until = performance.now() + 1300; performance.now() < until; ) {
    await told(gate.pass(work, limitMs, usualMs));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  expect([gate.breaker.state, gate.bulkhead.inFlight]).toEqual(['closed', 0]);
});

test('control: calls that are cut off at the full limit open it', async () => {
  const gate = made();
  for (const until = performance.now() + 3000; gate.breaker.state === 'closed' && performance.now() < until; )
    await told(gate.pass(never, 40));
  expect([gate.breaker.state, gate.bulkhead.inFlight]).toEqual(['open', 0]);
});
