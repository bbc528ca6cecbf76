// S9: ten thousand hostile operations while ordinary people work: how long each is refused in, and what the others feel of it.
import { hostileOperations } from '../../test/gateway/hostile-operations';
import { Client, closedLoops, type Offered, percentile } from './offer-requests';
import type { Stage } from './open-stage';

const SEED = 20_181_231;
const COUNT = 10_000;
const PEOPLE = 4;

export async function measureHostile({ open, say }: Stage): Promise<object> {
  const { url, shots, close } = await open({ env: {} });
  await closedLoops(url, shots, PEOPLE, 3);
  const calm = await closedLoops(url, shots, PEOPLE, 8);
  const token = shots[0]?.token ?? '';
  const client = new Client(url, 1);
  const slowest = new Map<string, number>();
  const times: number[] = [];
  let answered = 0;
  const told: Offered = { seconds: 0, good: [], refused: [], failed: 0 };
  const people = new Client(url, PEOPLE);
  let ended = false;
  const working = Array.from({ length: PEOPLE }, async (_, person) => {
    for (let at = person; !ended; at += PEOPLE)
      await people.send(shots[at % shots.length] as (typeof shots)[number], told);
  });
  for (const { kind, body } of hostileOperations(SEED, COUNT)) {
    const before: Offered = { seconds: 0, good: [], refused: [], failed: 0 };
    const begun = performance.now();
    await client.send({ body, token }, before);
    const ms = performance.now() - begun;
    times.push(ms);
    answered += before.good.length;
    slowest.set(kind, Math.max(slowest.get(kind) ?? 0, ms));
  }
  ended = true;
  await Promise.all(working);
  await Promise.all([client.close(), people.close()]);
  const figures = {
    hostile: times.length,
    answered,
    p50: Math.round(percentile(times, 0.5)),
    p99: Math.round(percentile(times, 0.99)),
    over100ms: times.filter((ms) => ms > 100).length,
    peopleP95: { calm: Math.round(percentile(calm.good, 0.95)), under: Math.round(percentile(told.good, 0.95)) },
    peopleFailed: told.failed + told.refused.length,
  };
  say(
    `  ${figures.hostile} 次恶意操作 hostile: 答复 answered ${answered}，p50 ${figures.p50} ms，p99 ${figures.p99} ms，>100 ms: ${figures.over100ms}`,
  );
  say(
    `  普通用户 people: p95 ${figures.peopleP95.calm} → ${figures.peopleP95.under} ms，失败 failed ${figures.peopleFailed}`,
  );
  for (const [kind, ms] of [...slowest].sort((a, b) => b[1] - a[1]).slice(0, 5))
    say(`    ${kind.padEnd(26)}${ms.toFixed(0)} ms`);
  await close();
  return figures;
}
