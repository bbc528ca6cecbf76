// Confirms a reconciliation, or takes a statement back (确认对账、撤回对账单): confirmed by a second person, when every difference is explained.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { FundStatement } from './fund-statement.entity';
import { reconciliationRefusals } from './reconciliation-refusals.rules';

const OPEN = `select count(*)::int as count from funds.reconciliation_item where statement_id = $1 and outcome <> 'matched' and explanation is null`;

export async function decideStatement(
  { caller, inScope }: Context,
  id: string,
  outcome: 'confirmed' | 'withdrawn',
): Promise<string> {
  checkId(id, '对账单 statement');
  const action = outcome === 'confirmed' ? 'confirmFundStatement' : 'withdrawFundStatement';
  const run = inScope.write({ action, target: id }, async (rows) => {
    const [found] = await rows.select(FundStatement, 'where t.id = $1 for update', [id]);
    if (!found) throw commonRefusals.notFound({ what: '对账单 statement' });
    if (found.outcome !== null) throw reconciliationRefusals.statementDecided();
    if (outcome === 'confirmed') {
      const [open] = await rows.query<{ count: number }>(OPEN, [id]);
      if (open && open.count > 0) throw reconciliationRefusals.statementOpen({ count: open.count });
    }
    await rows.manager.update(
      FundStatement,
      { id },
      { outcome, decidedBy: outcome === 'confirmed' ? caller.personId : null, decidedAt: await rows.now() },
    );
  });
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'statement_four_eyes') throw reconciliationRefusals.statementEyes();
    throw error;
  });
  return id;
}
