// Tells that requests were turned away: each one in the metrics, and once a second in the log and in the log auditor's count.
import { randomUUID } from 'node:crypto';
import type { Log } from '#platform/process/log';
import { anonymousCaller } from '#platform/vocabulary/caller';
import type { Metrics } from '../metrics';
import type { RefusalCount } from '../refusal-count';
import type { TurnedAway } from './admit-requests';

const EVERY_MS = 1_000;

interface OverloadSettings {
  metrics: Pick<Metrics, 'turnedAway'>;
  refusals: Pick<RefusalCount, 'count'>;
  log: Log;
}

export function tellOverload({ metrics, refusals, log }: OverloadSettings): (turned: TurnedAway) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  let since = 0;
  return ({ allowed }) => {
    metrics.turnedAway();
    since++;
    const now = performance.now();
    if (now - toldAt < EVERY_MS) return;
    log.warn({ turnedAway: since, allowed }, '请求过多，部分已拒 · overloaded: requests were turned away');
    // A row for each of them would be one more load on a loaded database.
    const operationId = randomUUID();
    refusals.count({
      operationId,
      traceId: operationId.replaceAll('-', ''),
      address: '*',
      startedAt: now,
      caller: anonymousCaller(operationId),
      personId: null,
      operationName: null,
      operationType: null,
      codes: ['OVERLOADED'],
      ownCodes: ['OVERLOADED'],
    });
    toldAt = now;
    since = 0;
  };
}
