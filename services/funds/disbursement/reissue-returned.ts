// Re-issues what came back (重发): a new batch of the open amounts from the same lot, purpose and project, which then goes the way of every batch.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { projectIdOfDisbursement } from '../project/project-money.loader';
import { applyDisbursement } from './apply-disbursement';
import { useOfDisbursement } from './approval.loader';
import { ApplyDisbursementInput, type ReissueReturnedArgs } from './disbursement.input';
import { disbursementById } from './disbursement.loader';
import { flowRefusals } from './flow-refusals.rules';
import { CAME_BACK } from './reissue.query';
import { type CameBack, checkReissue, openOf } from './reissue.rules';

const notFound = () => commonRefusals.notFound({ what: '发放明细 payment line' });

export async function reissueReturned(
  context: Context,
  { disbursementId, lineIds: given, documentNumber, idempotencyKey }: ReissueReturnedArgs,
): Promise<string> {
  const lineIds = given ?? null;
  const batch = isId(disbursementId) ? await disbursementById.load(context, disbursementId) : null;
  if (!batch) throw commonRefusals.notFound({ what: '发放批次 disbursement' });
  const lines = await linesOf(context, batch.id, lineIds ?? []);
  const [projectId, use] = await Promise.all([
    projectIdOfDisbursement.load(context, batch.id),
    useOfDisbursement.load(context, batch.id),
  ]);
  const open = openOf(lines, lineIds);
  const input = Object.assign(new ApplyDisbursementInput(), {
    ...{ allotmentLineId: batch.lotId, purpose: batch.purpose, documentNumber, projectId, use },
    lines: open,
  });
  return applyDisbursement(context, input, idempotencyKey, {
    ...{ operation: 'reissueReturned', subject: batch.id },
    // Asked once more under the same key nothing is open any more, and the batch is the one that was made.
    asked: { disbursementId: batch.id, lineIds, documentNumber },
    check: () => checkReissue(batch.state, open),
    also: async (rows, made) => {
      const [answer] = await rows.query<{ verdict: string }>('select funds.link_reissue($1, $2) as verdict', [
        batch.id,
        made,
      ]);
      if (answer?.verdict !== 'done') throw notFound();
    },
  }).catch((error: unknown) => {
    throw refusalOfReissue(error) ?? error;
  });
}

async function linesOf({ inScope }: Context, id: string, lineIds: readonly string[]): Promise<CameBack[]> {
  if (!lineIds.every(isId)) throw notFound();
  const found = await inScope.read((rows) =>
    rows.query<Omit<CameBack, 'returned' | 'reissued'> & { returned: string; reissued: string }>(CAME_BACK, [
      id,
      lineIds,
    ]),
  );
  const known = new Set(found.map(({ lineId }) => lineId));
  if (!lineIds.every((each) => known.has(each))) throw notFound();
  return found.map((each) => ({ ...each, returned: BigInt(each.returned), reissued: BigInt(each.reissued) }));
}

/** Somebody else was faster: re-issued it, undid the return, or demanded it back. */
function refusalOfReissue(error: unknown): Error | null {
  switch (brokenConstraint(error)) {
    case 'line_reissue_within_returned':
      return flowRefusals.nothingToReissue();
    case 'line_reissue_not_recovered':
      return flowRefusals.reissueRecovered();
    default:
      return null;
  }
}
