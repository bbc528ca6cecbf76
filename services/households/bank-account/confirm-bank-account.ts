// Confirms a changed bank account (核对银行账户变更): another person than whoever changed it, and only then is it paid to.
import { brokenConstraint } from '#platform/graph/errors';
import { holdHousehold } from '../change/record-changes';
import { getHousehold } from '../household/get-household';
import type { HouseholdsContext } from '../tools';
import { unconfirmedChanges } from './bank-account.query';
import { bankAccountRefusals } from './bank-account-refusals.rules';

export function confirmBankAccount({ caller, inScope }: HouseholdsContext, householdId: string): Promise<string> {
  return inScope.write({ action: 'confirmBankAccount', target: householdId }, async (rows) => {
    const household = await getHousehold(rows, householdId);
    await holdHousehold(rows, household.id);
    const checked = await rows
      .query(
        `insert into households.account_check (change_id, household_id, region_id, path, changed_by, checked_by)
         select u.id, $1, u.region_id, u.path, u.changed_by, $2 from ${unconfirmedChanges('$1')} u returning change_id`,
        [household.id, caller.personId],
      )
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'account_check_four_eyes' ? bankAccountRefusals.bankAccountEyes() : error;
      });
    if (checked.length === 0) throw bankAccountRefusals.bankAccountConfirmed();
    return household.id;
  });
}
