// R14: five times as much as can be answered is offered; most of what could be answered still is, in time, and the rest is refused quickly.
import { closedLoops, type Offered, openLoop, percentile, type Shot } from './offer-requests';
import type { Stage } from './open-stage';

/** An answer that comes later than this is of no use to anybody. */
const IN_TIME_MS = 1_000;
const TIMES = 5;
const SECONDS = 8;

export async function measureOverload(stage: Stage): Promise<object> {
  const bounded = await oneSide(stage, {});
  stage.say('');
  // The control: nothing is bounded but the fixed number, set so high that it never bites.
  const unbounded = await oneSide(stage, { TARGET_LATENCY_MS: '60000', MAX_IN_FLIGHT: '100000' });
  return { bounded, unbounded };
}

async function oneSide({ open, say }: Stage, env: Record<string, string>) {
  const { url, shots, close } = await open({ env });
  say(Object.keys(env).length === 0 ? '  门口限流 · bounded at the door' : '  对照：不限流 · control: not bounded');
  await closedLoops(url, shots, 8, 3);
  // As many as keep every process busy and nobody waiting long.
  const calm = await closedLoops(url, shots, 8, 6);
  const capacity = calm.good.length / calm.seconds;
  say(`    能力 capacity          ${capacity.toFixed(0)}/s  p95 ${percentile(calm.good, 0.95).toFixed(0)} ms`);
  const offered = await openLoop(url, shots as Shot[], capacity * TIMES, SECONDS, calm.lengths ?? new Map());
  const goodput = inTime(offered) / offered.seconds;
  const told = {
    capacity: Math.round(capacity),
    goodput: Math.round(goodput),
    share: Number((goodput / capacity).toFixed(2)),
    goodP95: Math.round(percentile(offered.good, 0.95)),
    refusedP95: Math.round(percentile(offered.refused, 0.95)),
    refused: offered.refused.length,
    failed: offered.failed,
  };
  say(
    `    ${TIMES}× 有效 goodput       ${told.goodput}/s = ${(told.share * 100).toFixed(0)} %  p95 ${told.goodP95} ms`,
  );
  say(`    拒绝 refused           ${told.refused}，p95 ${told.refusedP95} ms；失败 failed ${told.failed}`);
  await close();
  return told;
}

function inTime({ good }: Offered): number {
  return good.filter((ms) => ms <= IN_TIME_MS).length;
}
