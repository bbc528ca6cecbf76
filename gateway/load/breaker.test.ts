// When a breaker opens, whom it lets through while it is open, and what closes it; on a clock of its own.
import { Breaker, type BreakerState, type Outcome } from './breaker';

function made(failures = 4, pauseMs = 2000) {
  const clock = { ms: 0 };
  const states: BreakerState[] = [];
  const breaker = new Breaker({ failures, pauseMs, now: () => clock.ms, onChange: (state) => states.push(state) });
  const calls = (outcome: Outcome, count: number, apartMs = 400) => {
    for (let call = 0; call < count; call++) {
      breaker.report(breaker.enter(), outcome);
      clock.ms += apartMs;
    }
  };
  return { breaker, clock, states, calls };
}

test('failures that last open it, and everybody is refused until the pause is over', () => {
  const { breaker, clock, calls } = made();
  calls('failed', 3);
  expect(breaker.state).toBe('closed');
  calls('failed', 1, 0);
  expect([breaker.state, breaker.enter(), breaker.waitMs]).toEqual(['open', 'refused', 2000]);
  clock.ms += 1999;
  expect(breaker.enter()).toBe('refused');
});

test('after the pause one probe goes through, and nobody else beside it; its answer closes', () => {
  const { breaker, clock, states, calls } = made();
  calls('failed', 4);
  clock.ms += 2000;
  const probe = breaker.enter();
  expect([probe, breaker.enter(), breaker.enter()]).toEqual(['probe', 'refused', 'refused']);
  breaker.report(probe, 'answered');
  expect([breaker.state, breaker.enter()]).toEqual(['closed', 'usual']);
  expect(states).toEqual(['open', 'half-open', 'closed']);
  // What failed before it opened is forgotten.
  calls('failed', 3);
  expect(breaker.state).toBe('closed');
});

test('a probe that fails opens it for another pause; one that says nothing lets the next one try', () => {
  const { breaker, clock, calls } = made();
  calls('failed', 4);
  clock.ms += 2000;
  breaker.report(breaker.enter(), 'failed');
  expect([breaker.state, breaker.enter(), breaker.waitMs]).toEqual(['open', 'refused', 2000]);
  clock.ms += 2000;
  breaker.report(breaker.enter(), 'undecided');
  expect([breaker.state, breaker.enter()]).toEqual(['open', 'probe']);
});

test('a single stall, in which everything is late at once, opens nothing', () => {
  const { breaker, calls } = made();
  calls('failed', 50, 0);
  expect(breaker.state).toBe('closed');
});

test('failures that are fewer than answers open nothing, and half of them do', () => {
  const few = made();
  for (let round = 0; round < 40; round++) {
    few.calls('answered', 2, 50);
    few.calls('failed', 1, 50);
  }
  expect(few.breaker.state).toBe('closed');
  const half = made();
  for (let round = 0; round < 40; round++) {
    half.calls('answered', 1, 50);
    half.calls('failed', 1, 50);
  }
  expect(half.breaker.state).toBe('open');
});

test('failures that are long past are forgotten', () => {
  const { breaker, clock, calls } = made();
  calls('failed', 3);
  clock.ms += 10_000;
  calls('failed', 3);
  expect(breaker.state).toBe('closed');
});

test('undecided calls count for nothing, and those that began before it opened neither', () => {
  const { breaker, clock, calls } = made();
  calls('undecided', 100);
  expect(breaker.state).toBe('closed');
  const early = breaker.enter();
  calls('failed', 4);
  breaker.report(early, 'answered');
  expect(breaker.state).toBe('open');
  clock.ms += 2000;
  expect(breaker.enter()).toBe('probe');
  breaker.report(early, 'answered');
  expect(breaker.state).toBe('half-open');
});
