// Whether changes of households' bank accounts wait for a check (账户变更待核对), batched.
import { defineLoader } from '#platform/graph/loader';
import { unconfirmedChanges } from './bank-account.query';

export const unconfirmedAccounts = defineLoader<boolean>(
  'unconfirmed bank account',
  () => false,
  async (rows, ids) => {
    const found = await rows.query<{ id: string }>(
      `select h.id from unnest($1::uuid[]) as h(id) where exists (select 1 from ${unconfirmedChanges('h.id')} u)`,
      [ids],
    );
    return new Map(found.map(({ id }) => [id, true]));
  },
);
