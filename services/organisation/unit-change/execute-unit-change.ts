// Carries a reform of bureaus out (执行机构改革): units change in one transaction, posts in them with it, and the others are told to follow.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { askProgress } from '../region-change/ask-progress';
import { findUnitChange } from './find-unit-change';
import type { UnitChange } from './unit-change.entity';
import { unitChangeRefusals as refusals } from './unit-change-refusals.rules';

export async function executeUnitChange(context: Context, id: string): Promise<UnitChange> {
  const change = await context.inScope.write({ action: 'executeUnitChange', target: id }, async (rows) => {
    const known = await findUnitChange(rows, id);
    const [answer] = await rows.query<{ verdict: string }>('select organisation.execute_unit_change($1) as verdict', [
      id,
    ]);
    const verdict = answer?.verdict ?? 'unknown';
    if (verdict === 'unknown') throw commonRefusals.notFound({ what: '机构改革 reform' });
    if (verdict.startsWith('state ')) throw refusals.unitChangeState({ state: verdict.slice('state '.length) });
    if (verdict === 'early') throw refusals.unitChangeEarly({ effectiveOn: known.effectiveOn });
    if (verdict === 'stale') throw refusals.unitChangeStale();
    return findUnitChange(rows, id);
  });
  // Whoever does not hear it now learns it from the first request under the new epoch.
  if (change.epoch !== null) await askProgress(context, change.epoch);
  return change;
}
