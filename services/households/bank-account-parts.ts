// The parts of households that bank accounts (银行账户) are made of, and what they leave waiting.
import type { TodoSource } from '#platform/graph/todo/todo-source';
import { unconfirmedChanges } from './bank-account/bank-account.query';
import { BankAccountResolver } from './bank-account/bank-account.resolver';
import { bankAccountRefusals } from './bank-account/bank-account-refusals.rules';
import { addAccountChecks } from './migrations/1700000000295-account-checks';

export const bankAccountParts = {
  resolvers: [BankAccountResolver],
  migrations: [addAccountChecks],
  refusals: bankAccountRefusals,
};

export const bankAccountTodo: readonly TodoSource[] = [
  {
    kind: 'confirm-bank-account',
    title: { zh: '核对银行账户变更', en: 'Check a changed bank account' },
    verb: 'confirmBankAccount',
    subject: 'Household',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.number as about, u.known_at as since, null::date as due_on
      from (select distinct c.household_id from households.fact_change c where c.member_id is null and c.field in ('bankCard', 'bankName')
        and not exists (select 1 from households.account_check k where k.change_id = c.id)) open
      join households.household t on t.id = open.household_id
      cross join me cross join lateral (select min(n.known_at) as known_at from ${unconfirmedChanges('t.id')} n where not n.changed_by = any (me.mine)) u
      where u.known_at is not null`,
  },
];
