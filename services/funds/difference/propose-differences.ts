// Proposes the differences that a changed settlement makes in later ones (提出差额批): all of a patient's year at once.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import { workOutDifferences, type YearHistory } from './work-out-differences';

export async function proposeDifferences({ inScope }: Context, causeId: string): Promise<string> {
  checkId(causeId, '结算 settlement');
  const made = newId();
  await inScope.write({ action: 'proposeDifferences', target: causeId }, async (rows) => {
    const [found] = await rows.query<{ history: YearHistory | null }>(
      'select funds.member_year_history($1) as history',
      [causeId],
    );
    if (!found?.history) throw commonRefusals.notFound({ what: '结算 settlement' });
    const lines = await workOutDifferences(rows, causeId, found.history);
    const [answer] = await rows.query<{ verdict: string }>(
      'select funds.propose_differences($1, $2, $3, $4) as verdict',
      [made, causeId, found.history.seen, JSON.stringify(lines)],
    );
    if (answer?.verdict === 'moved') throw commonRefusals.unavailable();
    if (answer?.verdict === 'open') throw settlementRefusals.differencesOpen();
    if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '结算 settlement' });
  });
  return made;
}
