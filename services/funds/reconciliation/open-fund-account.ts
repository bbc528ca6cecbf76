// Enters an account of treasury or bank (登记账户): one a book and way of payment; of its number the last four are kept.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { FundAccount } from './fund-account.entity';
import { reconciliationRefusals } from './reconciliation-refusals.rules';
import type { OpenFundAccountInput } from './statement.input';

export async function openFundAccount({ caller, inScope }: Context, input: OpenFundAccountInput): Promise<FundAccount> {
  const { regionId, personId } = caller;
  const path = regionId === null ? null : await inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const id = newId();
  const run = inScope.write({ action: 'openFundAccount', target: id, facts: { book: input.book } }, async (rows) => {
    const account = Object.assign(new FundAccount(), {
      ...{ id, ...input, regionId, path, openedBy: personId },
      openedAt: await rows.now(),
    });
    await rows.manager.insert(FundAccount, account);
    return account;
  });
  return run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'fund_account_once') throw reconciliationRefusals.accountMade();
    throw error;
  });
}
