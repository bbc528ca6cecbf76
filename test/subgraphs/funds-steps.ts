// What the tests of disbursements do over and over: 口镇 applies for its own households on its own lot.
import type { FundsOnly } from './open-funds';

export const APPLY = `mutation($input: ApplyDisbursementInput!, $key: String!) {
  applyDisbursement(input: $input, idempotencyKey: $key) { id state total lineCount appliedBy { id } lot { id balance { available reserved paid } } }
}`;
export const ORDER =
  'mutation($id: ID!, $key: String!) { issuePaymentOrder(id: $id, idempotencyKey: $key) { state orderedOn paymentOrders { number amount lineCount } } }';
const FUNDS = `query($id: [_Any!]!, $year: Int!) { _entities(representations: $id) { ... on Region { funds(year: $year) { allotted available reserved paid returned lines } } } }`;

export type Steps = ReturnType<typeof stepsOf>;

export function stepsOf(world: FundsOnly) {
  const kouzhen = () => world.regionId('371202100');
  const villages = () =>
    new Set(world.city.regions.filter(({ parentId }) => parentId === kouzhen()).map(({ id }) => id));
  const townHouseholds = () => world.city.households.filter(({ regionId }) => villages().has(regionId));
  const townLot = async () => {
    const { rows } = await world.sql.query<{ id: string; purpose: string; available: bigint }>(
      `select l.id, l.purpose, b.amount::bigint as available from funds.allotment_line l join funds.balance b on b.lot_id = l.id and b.account = 'available'
       where l.region_id = $1 order by b.amount desc limit 1`,
      [kouzhen()],
    );
    return rows[0] as { id: string; purpose: string; available: bigint };
  };
  async function application(amounts: string[]) {
    const lot = await townLot();
    const lines = townHouseholds()
      .slice(0, amounts.length)
      .map(({ id }, at) => ({ householdId: id, amount: amounts[at] }));
    return { allotmentLineId: lot.id, purpose: lot.purpose, documentNumber: '口政发〔2018〕9号（拟）', lines };
  }
  let keys = 0;
  const key = () => `funds-test-${++keys}`;
  const apply = async (amounts: string[]) =>
    (await world.get(world.as('town-kouzhen'), APPLY, { input: await application(amounts), key: key() }))
      .applyDisbursement;
  const fundsOf = async (account: string, regionId: string, year = 2018) => {
    const variables = { id: [{ __typename: 'Region', id: regionId }], year };
    const { data, codes } = await world.ask(world.as(account), FUNDS, variables);
    return { sums: data?._entities[0]?.funds ?? null, codes };
  };
  return { kouzhen, villages, townHouseholds, townLot, application, key, apply, fundsOf };
}
