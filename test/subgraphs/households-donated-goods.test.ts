// Donated goods: taken from funds exactly once whatever falls, counted by another hand, kept inside what the gift allows, and traced for the donor.
import { randomUUID } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import { withClient } from '#platform/database/with-client';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { takeFundsEvents } from '../../services/households/donated-goods/take-funds-events';
import { constraintOf } from './funds-direct';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { key, programmeDeeds, TODO } from './programme-deeds';

let world: HouseholdsOnly;
let deeds: ReturnType<typeof programmeDeeds>;
let [city, town]: Caller[] = [];
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  deeds = programmeDeeds(world);
  city = world.caller('office-officer', '371200');
  town = world.caller('town-officer', '口镇');
}, 60_000);
afterAll(() => world?.close());

const as = (caller: Caller | undefined) => caller as Caller;
const funds: Caller = { ...anonymousCaller(newId()), service: 'funds' };

/** One more event of funds; a gift of ten quilts for 口镇 unless told. */
function tell(kind: string, more: object = {}) {
  const told = world.funds.told ?? [];
  const body = {
    ...{ giftId: randomUUID(), fundId: randomUUID(), itemId: randomUUID(), good: '棉被', unit: '床', quantity: 10 },
    ...{ value: 200_000, donorName: null, receiptNumber: null, regionId: world.regionId('口镇'), restriction: {} },
    ...more,
  };
  const event = { epoch: told.length + 1, kind, subjectId: body.giftId, body };
  world.funds.told = [...told, event];
  return body;
}
/** As the errand does it, on the login of households. */
const take = () =>
  withClient(world.appUrl, (client) =>
    takeFundsEvents({
      query: async <T>(sql: string, values: readonly unknown[] = []) =>
        (await client.query(sql, [...values])).rows as T[],
      contextOf: () =>
        ({ ask: async (_: string, query: string, variables = {}) => world.askFunds(query, variables) }) as never,
    }),
  );
const lotOf = async (itemId: string) =>
  (
    await world.sql.query(
      'select l.*, b.* from households.goods_lot l join households.goods_balance b on b.lot_id = l.id where gift_item_id = $1 and parent_id is null',
      [itemId],
    )
  ).rows[0];

const COUNT = `mutation($lot: ID!, $n: Int!, $why: String) { countGoods(lotId: $lot, counted: $n, reason: $why) { id receiptNumber restrictedPurpose restrictedRegion { id }
  balance { announced stock missing } count { counted missing reason } } }`;
const SEND = `mutation($lot: ID!, $to: ID!, $n: Int!, $key: String!) { sendGoodsOn(lotId: $lot, regionId: $to, quantity: $n, idempotencyKey: $key) { id receiptNumber } }`;
const BATCH = `mutation($input: PackageBatchInput!) { openPackageBatch(input: $input) { id purpose } }`;
const ALLOCATE = `mutation($batch: ID!, $households: [ID!]!, $key: String!) { allocateLovePackages(batchId: $batch, householdIds: $households, idempotencyKey: $key) { id } }`;
const GIFT = 'query($id: ID!) { giftGoods(giftId: $id) }';
const count = (who: Caller | undefined, lot: string, n: number, why?: string) =>
  world.ask(as(who), COUNT, { lot, n, why });
const giftOf = async (id: string) => (await world.ask(funds, GIFT, { id })).data.giftGoods;

test('what funds told is taken once: told again, by two at once, after a fall in the middle, and after funds was away', async () => {
  const first = tell('goods-accepted', { receiptNumber: '票 1' });
  expect(await take()).toBe(1);
  expect(await take()).toBe(0);
  const second = tell('goods-accepted');
  const spoilt = tell('goods-accepted', { quantity: 0 });
  const third = tell('something-else');
  // The second is taken; at the third the round falls, and leaves neither a row nor a raised cursor.
  await expect(take()).rejects.toMatchObject({ constraint: 'goods_lot_quantity' });
  expect(await lotOf(second.itemId)).toMatchObject({ quantity: 10, announced: 10, stock: 0 });
  expect(await lotOf(spoilt.itemId)).toBeUndefined();
  expect((await world.sql.query('select epoch from households.funds_cursor')).rows).toEqual([{ epoch: 2 }]);
  Object.assign(spoilt, { quantity: 7 });
  const both = await Promise.all([take(), take()]);
  expect((both[0] ?? 0) + (both[1] ?? 0)).toBe(2);
  const away = world.funds.told;
  world.funds.told = null;
  await expect(take()).rejects.toThrow();
  expect((await world.ask(as(town), '{ householdsTodoCounts { kind } }')).codes).toEqual([]);
  world.funds.told = away;
  const fourth = tell('goods-accepted');
  expect(await take()).toBe(1);
  const { rows } = await world.sql.query('select epoch, subject_id, kind from households.funds_event order by epoch');
  expect(rows.map(({ subject_id }) => subject_id)).toEqual(
    [first, second, spoilt, third, fourth].map(({ giftId }) => giftId),
  );
  for (const { itemId } of [first, second, spoilt, fourth])
    expect(await lotOf(itemId)).toMatchObject({ source: 'donated', donor: null });
  // An event that is not the next one is not taken, and the rows themselves hold each item once.
  expect(
    await constraintOf(
      world.sql.query(
        `insert into households.goods_lot select (jsonb_populate_record(null::households.goods_lot,
    to_jsonb(l) || jsonb_build_object('id', gen_random_uuid()))).* from households.goods_lot l where l.gift_item_id = $1`,
        [first.itemId],
      ),
    ),
  ).toBe('goods_lot_item_once');
  await expect(
    world.sql.query(`select households.take_funds_event(99, 'goods-accepted', gen_random_uuid(), '{}')`),
  ).rejects.toThrow('cannot follow');
});

test('a region that is not known yet stops the line, and nothing behind it is lost', async () => {
  const unknown = tell('goods-accepted', { regionId: randomUUID() });
  const behind = tell('goods-accepted');
  await expect(take()).rejects.toThrow('waits for the region');
  expect(await lotOf(behind.itemId)).toBeUndefined();
  Object.assign(unknown, { regionId: world.regionId('口镇') });
  expect(await take()).toBe(2);
});

test('the keeper of the place counts once, another than who accepted the gift, and says why something is missing', async () => {
  const gift = tell('goods-accepted', { acceptedBy: as(city).personId, restriction: { purpose: 'winter-relief' } });
  await take();
  const { id } = await lotOf(gift.itemId);
  const waits = await world.ask(as(town), TODO);
  expect(waits.data.householdsTodo.edges).toContainEqual({
    node: expect.objectContaining({ kind: 'count-goods', subjectId: id, verb: 'countGoods' }),
  });
  expect((await count(town, id, 11)).codes).toEqual(['COUNT_ABOVE_ANNOUNCED']);
  expect((await count(town, id, 8)).codes).toEqual(['MISSING_UNTOLD']);
  expect((await count(city, id, 10)).codes).toEqual(['COUNT_FOUR_EYES']);
  const helper = { ...as(town), personId: randomUUID(), standsFor: [as(city).personId ?? ''] };
  expect((await count(helper, id, 10)).codes).toEqual(['COUNT_FOUR_EYES']);
  expect((await count(world.caller('town-officer', '371203100'), id, 10)).codes).toEqual(['NOT_FOUND']);
  expect((await count(world.caller('village-clerk', '371202100207'), id, 10)).codes).toEqual(['FORBIDDEN']);
  const done = await count(town, id, 8, '运输途中两床受潮');
  expect(done.data.countGoods).toMatchObject({
    ...{ restrictedPurpose: 'winter-relief', balance: { announced: 0, stock: 8, missing: 2 } },
    count: { counted: 8, missing: 2, reason: '运输途中两床受潮' },
  });
  expect((await count(town, id, 8)).codes).toEqual(['GOODS_COUNTED']);
  // Neither a gift nor a count is made up past the verbs.
  const inTown = async (sql: string) => {
    await world.sql.query('begin');
    await world.sql.query(
      `select set_config('role', 'register_households_region', true), set_config('scope.lo', '0', true), set_config('scope.hi', '9', true)`,
    );
    const broken = await constraintOf(world.sql.query(sql));
    await world.sql.query('rollback');
    return broken;
  };
  const copied = `(jsonb_populate_record(null::households.goods_lot, to_jsonb(l) || jsonb_build_object('id', gen_random_uuid(), 'gift_item_id', gen_random_uuid()))).*`;
  expect(
    await inTown(
      `insert into households.goods_lot select ${copied} from households.goods_lot l where l.gift_id is not null limit 1`,
    ),
  ).toBe('42501');
  expect(
    await inTown(`insert into households.goods_move (id, lot_id, region_id, path, good, unit, kind, quantity, moved_by, moved_at)
    select gen_random_uuid(), l.id, l.region_id, l.path, l.good, l.unit, 'count-in', 1, gen_random_uuid(), now() from households.goods_lot l where l.gift_id is not null limit 1`),
  ).toBe('42501');
});

test('goods given for a region and a purpose go nowhere else, through the graph and in plain SQL; what is unusable leaves as far as it is free', async () => {
  const village = world.city.regions.find(({ code }) => code === '371202100207');
  const gift = tell('goods-accepted', {
    regionId: world.regionId('371200'),
    restriction: { regionId: world.regionId('口镇'), purpose: 'winter-relief' },
  });
  await take();
  const { id } = await lotOf(gift.itemId);
  expect((await count(city, id, 10)).codes).toEqual([]);
  const send = (to: string, n: number) => world.ask(as(city), SEND, { lot: id, to: world.regionId(to), n, key: key() });
  expect((await send('371203100', 1)).codes).toEqual(['GOODS_RESTRICTED']);
  expect((await send('371202', 1)).codes).toEqual([]);
  const sent = await send('口镇', 8);
  const { id: part } = sent.data.sendGoodsOn;
  const batchOf = async (purpose: string | null) =>
    (
      await world.ask(as(town), BATCH, {
        input: {
          regionId: world.regionId('口镇'),
          title: '越冬包',
          documentNumber: '莱慈字〔2018〕19号',
          purpose,
          contents: [{ good: '棉被', unit: '床', quantity: 1 }],
        },
      })
    ).data.openPackageBatch.id;
  const inTown = world.city.households.filter(({ path }) =>
    path.startsWith(world.city.regions.find(({ name }) => name === '口镇')?.path ?? '-'),
  );
  const [first, ...others] = inTown.sort((a) => (a.regionId === village?.id ? -1 : 1)).map((household) => household.id);
  const winter = await batchOf('winter-relief');
  const allocate = (batch: string, households: (string | undefined)[]) =>
    world.ask(as(town), ALLOCATE, { batch, households, key: key() });
  // The other lots here wait to be counted, were given for this purpose too, or were counted for no purpose at all.
  const { rows: counted } = await world.sql.query(
    `select coalesce(sum(b.stock), 0)::int as free from households.goods_lot l join households.goods_balance b on b.lot_id = l.id
    where l.region_id = $1 and l.good = '棉被' and l.restricted_purpose is null`,
    [world.regionId('口镇')],
  );
  expect(counted[0].free).toBe(0);
  expect((await allocate(await batchOf(null), [first])).codes).toEqual(['GOODS_SHORT']);
  expect((await allocate(winter, others.slice(0, 6))).codes).toEqual([]);
  // Past the rule, a package of a household elsewhere: the rows refuse it.
  const foreign = world.city.households.find(({ path }) => !path.startsWith(inTown[0]?.path.slice(0, 15) ?? '-'));
  await world.sql.query('begin');
  await world.sql.query(
    `insert into households.programme_case (id, number, programme, household_id, batch_id, region_id, path, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since)
    select $1, 'x' || number, programme, $2, batch_id, $3, $4, pack_name, pack_hash, facts, state, holds, payable, opened_by, opened_at, waiting_posts, waiting_check, since
    from households.programme_case where batch_id = $5 limit 1`,
    [foreign?.id, foreign?.id, foreign?.regionId, foreign?.path, winter],
  );
  expect(
    await constraintOf(
      world.sql.query(
        `insert into households.goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at)
    select gen_random_uuid(), l.id, l.region_id, l.path, l.good, l.unit, $2, $2, 'allocate', 1, gen_random_uuid(), now() from households.goods_lot l where l.id = $1`,
        [part, foreign?.id],
      ),
    ),
  ).toBe('goods_restriction');
  await world.sql.query('rollback');
  const before = await giftOf(gift.giftId);
  const stockOf = before[0].stock;
  tell('goods-withdrawn', { ...gift, quantity: 9 });
  await take();
  const [after] = await giftOf(gift.giftId);
  expect([after.stock, after.withdrawn, after.onTheWay]).toEqual([0, stockOf, 10 - stockOf]);
  const { rows: outcome } = await world.sql.query(
    `select outcome from households.funds_event where kind = 'goods-withdrawn'`,
  );
  expect(outcome).toEqual([{ outcome: { asked: 9, withdrawn: stockOf } }]);
});

test('the donor’s sums close item by item, and a town with fewer than five households is not told apart', async () => {
  const gift = tell('goods-accepted', {
    good: '食用油',
    unit: '桶',
    quantity: 40,
    donorName: '某商会',
    regionId: world.regionId('371200'),
  });
  await take();
  const { id } = await lotOf(gift.itemId);
  await count(city, id, 39, '破损一桶');
  const towns = ['口镇', '371203100'].map((name) =>
    world.city.regions.find(({ name: n, code }) => n === name || code === name),
  );
  const received = [6, 2];
  for (const [at, place] of towns.entries()) {
    const officer = world.caller('town-officer', place?.code ?? '');
    await world.ask(as(city), SEND, { lot: id, to: place?.id, n: 8, key: key() });
    const { data } = await world.ask(officer, BATCH, {
      input: {
        regionId: place?.id,
        title: '食用油包',
        documentNumber: '莱慈字〔2018〕20号',
        contents: [{ good: '食用油', unit: '桶', quantity: 1 }],
      },
    });
    const batch = data.openPackageBatch.id;
    const ids = world.city.households
      .filter(({ path }) => path.startsWith(place?.path ?? '-'))
      .slice(0, (received[at] ?? 0) + 1)
      .map((one) => one.id);
    expect((await world.ask(officer, ALLOCATE, { batch, households: ids, key: key() })).codes).toEqual([]);
    const { rows } = await world.sql.query('select id from households.programme_case where batch_id = $1 order by id', [
      batch,
    ]);
    for (const [nth, parcel] of rows.entries()) {
      await deeds.step(officer, parcel.id, 'send', { sentOn: '2018-09-20' });
      if (nth === 0) continue;
      const evidenceIds = [await deeds.evidence(officer)];
      const told = { receivedOn: '2018-09-21', receivedBy: 'head' };
      expect((await deeds.step(officer, parcel.id, 'receive', told, { evidenceIds })).codes).toEqual([]);
    }
  }
  const [item] = await giftOf(gift.giftId);
  expect(item).toMatchObject({
    quantity: 40,
    announced: 0,
    stock: 29,
    onTheWay: 2,
    delivered: 8,
    missing: 1,
    withdrawn: 0,
    givenBack: 0,
  });
  expect(item.places).toEqual([]);
  expect(item.elsewhere).toEqual({ households: 8, quantity: 8 });
  expect((await world.ask(as(city), GIFT, { id: gift.giftId })).codes).toEqual(['FORBIDDEN']);
  expect((await world.ask(funds, GIFT, { id: randomUUID() })).data.giftGoods).toEqual([]);
});
