// Carries a re-organisation out (执行区划调整): organisation changes in one transaction, rights with it, and the others are told to follow.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { askProgress } from './ask-progress';
import { findRegionChange } from './find-region-change';
import type { RegionChange } from './region-change.entity';

const ATTEMPTS = 5;
const PAUSE_MS = 200;
/** lock_not_available, deadlock_detected: somebody is writing in a region that moves. */
const BUSY = new Set(['55P03', '40P01']);

export async function executeRegionChange(context: Context, id: string): Promise<RegionChange> {
  const change = await inTurn(() => execute(context, id));
  // Whoever does not hear it now learns it from the first request under the new tree.
  await askProgress(context, change.epoch ?? 0);
  return change;
}

function execute({ inScope }: Context, id: string): Promise<RegionChange> {
  return inScope.write({ action: 'executeRegionChange', target: id }, async (rows) => {
    const known = await findRegionChange(rows, id);
    const [answer] = await rows.query<{ verdict: string }>('select organisation.execute_region_change($1) as verdict', [
      id,
    ]);
    const verdict = answer?.verdict ?? 'unknown';
    if (verdict === 'unknown') throw commonRefusals.notFound({ what: '区划调整 re-organisation' });
    if (verdict.startsWith('state ')) throw refusals.regionChangeState({ state: verdict.slice('state '.length) });
    if (verdict === 'early') throw refusals.regionChangeEarly({ effectiveOn: known.effectiveOn });
    if (verdict === 'stale') throw refusals.regionChangeStale();
    // The row itself has moved with its region, perhaps out of the range that this transaction sees.
    const epoch = Number(verdict.slice('done '.length));
    return Object.assign(known, { state: 'executed', executedAt: await rows.now(), epoch });
  });
}

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await run();
    } catch (error) {
      if (!BUSY.has((error as { code?: string }).code ?? '')) throw error;
      if (attempt >= ATTEMPTS) throw commonRefusals.regionMoving();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
}
