// Approves or rejects a difference batch (批准、驳回差额批): another person than who proposed it; approved, each line is a supplement.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { checkReason } from '../ledger/reason.rules';
import { monitorYear } from '../monitoring/monitor-year';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';

const WHAT = '差额批 difference batch';

export async function decideDifferences(
  { inScope }: Context,
  id: string,
  { outcome, remark }: { outcome: 'approved' | 'rejected'; remark: string },
): Promise<string> {
  checkId(id, WHAT);
  checkReason(remark);
  const action = outcome === 'approved' ? 'approveDifferences' : 'rejectDifferences';
  await inScope
    .write({ action, target: id, facts: { remark } }, async (rows) => {
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.decide_differences($1, $2, $3, $4) as verdict',
        [id, outcome, remark, '前次结算变动的差额 · difference after an earlier settlement changed'],
      );
      if (answer?.verdict === 'moved') throw settlementRefusals.differencesStale();
      if (answer?.verdict === 'decided') throw settlementRefusals.differencesDecided();
      if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: WHAT });
      if (outcome === 'approved') await monitorYear(rows, await causeOf(rows, id));
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'difference_batch_four_eyes') throw settlementRefusals.differenceEyes();
      throw error;
    });
  return id;
}

/** What came before the differences is judged too: the year has changed for it. */
async function causeOf({ query }: Rows, batchId: string): Promise<string> {
  const [found] = await query<{ causeId: string }>(
    'select cause_id as "causeId" from funds.difference_batch where id = $1',
    [batchId],
  );
  return found?.causeId ?? batchId;
}
