// Steps of donated goods in tests: what funds tells, and how households takes it.
import { randomUUID } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import { withClient } from '#platform/database/with-client';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { takeFundsEvents } from '../../services/households/donated-goods/take-funds-events';
import type { HouseholdsOnly } from './open-households';
import { key } from './programme-deeds';

const funds: Caller = { ...anonymousCaller(newId()), service: 'funds' };
const COUNT = `mutation($lot: ID!, $n: Int!, $why: String) { countGoods(lotId: $lot, counted: $n, reason: $why) { id receiptNumber restrictedPurpose restrictedRegion { id }
  balance { announced stock missing } count { counted missing reason } } }`;
const SEND = `mutation($lot: ID!, $to: ID!, $n: Int!, $key: String!) { sendGoodsOn(lotId: $lot, regionId: $to, quantity: $n, idempotencyKey: $key) { id receiptNumber } }`;
const BATCH = `mutation($input: PackageBatchInput!) { openPackageBatch(input: $input) { id purpose } }`;
const ALLOCATE = `mutation($batch: ID!, $households: [ID!]!, $key: String!) { allocateLovePackages(batchId: $batch, householdIds: $households, idempotencyKey: $key) { id } }`;
export const GIFT = 'query($id: ID!) { giftGoods(giftId: $id) }';
const LOT = `select l.*, b.* from households.goods_lot l join households.goods_balance b on b.lot_id = l.id
  where gift_item_id = $1 and parent_id is null`;

export function donatedGoods(world: HouseholdsOnly) {
  /** One more event of funds; of a gift of ten quilts for 口镇 unless told. */
  function tell(kind: string, more: object = {}) {
    const told = world.funds.told ?? [];
    const body = {
      ...{ giftId: randomUUID(), fundId: randomUUID(), itemId: randomUUID(), good: '棉被', unit: '床', quantity: 10 },
      ...{ value: 200_000, donorName: null, receiptNumber: null, regionId: world.regionId('口镇'), restriction: {} },
      ...more,
    };
    world.funds.told = [...told, { epoch: told.length + 1, kind, subjectId: body.giftId, body }];
    return body;
  }
  async function ask(_subgraph: string, _query: string, { after }: { after: number }) {
    if (!world.funds.told) throw new Error('funds is away');
    return { fundsEvents: world.funds.told.filter(({ epoch }) => epoch > after) };
  }
  /** As the errand does it, on the login of households. */
  const take = () =>
    withClient(world.appUrl, (client) =>
      takeFundsEvents({
        query: async <T>(sql: string, values: readonly unknown[] = []) =>
          (await client.query(sql, [...values])).rows as T[],
        contextOf: () => ({ ask }) as never,
      }),
    );
  const lotOf = async (itemId: string) => (await world.sql.query(LOT, [itemId])).rows[0];
  const count = (who: Caller, lot: string, n: number, why?: string) => world.ask(who, COUNT, { lot, n, why });
  const send = (who: Caller, lot: string, to: string, n: number) =>
    world.ask(who, SEND, { lot, to: world.regionId(to), n, key: key() });
  const open = async (who: Caller, region: string, good: string, unit: string, purpose: string | null = null) => {
    const contents = [{ good, unit, quantity: 1 }];
    const input = {
      regionId: world.regionId(region),
      title: '越冬包',
      documentNumber: '莱慈字〔2018〕19号',
      purpose,
      contents,
    };
    return (await world.ask(who, BATCH, { input })).data.openPackageBatch.id as string;
  };
  const allocate = (who: Caller, batch: string, households: readonly (string | undefined)[]) =>
    world.ask(who, ALLOCATE, { batch, households, key: key() });
  const giftOf = async (id: string) => (await world.ask(funds, GIFT, { id })).data.giftGoods;
  return { tell, take, lotOf, count, send, open, allocate, giftOf };
}
