// Balances of one lot in scope: by path alone the planner, which does not know the bounds, read all of them for each lot.
import { migration } from '#platform/database/migration';

export const addBalancesOfLot = migration(
  1700000000397,
  'AddBalancesOfLot',
  () => `
create index balance_of_lot on funds.balance (lot_id, path);
`,
);
