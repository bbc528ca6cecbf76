// Donated goods: taken from funds exactly once whatever falls, and counted into stock by another hand than accepted the gift.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { donatedGoods } from './donated-goods-steps';
import { constraintOf } from './funds-direct';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { TODO } from './programme-deeds';

let world: HouseholdsOnly;
let goods: ReturnType<typeof donatedGoods>;
let city: Caller;
let town: Caller;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  goods = donatedGoods(world);
  city = world.caller('office-officer', '371200');
  town = world.caller('town-officer', '口镇');
}, 60_000);
afterAll(() => world?.close());

test('what funds told is taken once: told again, by two at once, after a fall in the middle, and after funds was away', async () => {
  const first = goods.tell('goods-accepted', { receiptNumber: '票 1' });
  expect(await goods.take()).toBe(1);
  expect(await goods.take()).toBe(0);
  const second = goods.tell('goods-accepted');
  const spoilt = goods.tell('goods-accepted', { quantity: 0 });
  const third = goods.tell('something-else');
  // The second is taken; at the third the round falls, and leaves neither a row nor a raised cursor.
  await expect(goods.take()).rejects.toMatchObject({ constraint: 'goods_lot_quantity' });
  expect(await goods.lotOf(second.itemId)).toMatchObject({ quantity: 10, announced: 10, stock: 0 });
  expect(await goods.lotOf(spoilt.itemId)).toBeUndefined();
  expect((await world.sql.query('select epoch from households.funds_cursor')).rows).toEqual([{ epoch: 2 }]);
  Object.assign(spoilt, { quantity: 7 });
  const both = await Promise.all([goods.take(), goods.take()]);
  expect((both[0] ?? 0) + (both[1] ?? 0)).toBe(2);
  const away = world.funds.told;
  world.funds.told = null;
  await expect(goods.take()).rejects.toThrow();
  expect((await world.ask(town, '{ householdsTodoCounts { kind } }')).codes).toEqual([]);
  world.funds.told = away;
  const fourth = goods.tell('goods-accepted');
  expect(await goods.take()).toBe(1);
  const { rows } = await world.sql.query('select epoch, subject_id, kind from households.funds_event order by epoch');
  expect(rows.map(({ subject_id }) => subject_id)).toEqual(
    [first, second, spoilt, third, fourth].map(({ giftId }) => giftId),
  );
  for (const { itemId } of [first, second, spoilt, fourth])
    expect(await goods.lotOf(itemId)).toMatchObject({ source: 'donated', donor: null });
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
  const unknown = goods.tell('goods-accepted', { regionId: randomUUID() });
  const behind = goods.tell('goods-accepted');
  await expect(goods.take()).rejects.toThrow('waits for the region');
  expect(await goods.lotOf(behind.itemId)).toBeUndefined();
  Object.assign(unknown, { regionId: world.regionId('口镇') });
  expect(await goods.take()).toBe(2);
});

test('the keeper of the place counts once, another than who accepted the gift, and says why something is missing', async () => {
  const gift = goods.tell('goods-accepted', { acceptedBy: city.personId, restriction: { purpose: 'winter-relief' } });
  await goods.take();
  const { id } = await goods.lotOf(gift.itemId);
  const waits = await world.ask(town, TODO);
  expect(waits.data.householdsTodo.edges).toContainEqual({
    node: expect.objectContaining({ kind: 'count-goods', subjectId: id, verb: 'countGoods' }),
  });
  expect((await goods.count(town, id, 11)).codes).toEqual(['COUNT_ABOVE_ANNOUNCED']);
  expect((await goods.count(town, id, 8)).codes).toEqual(['MISSING_UNTOLD']);
  expect((await goods.count(city, id, 10)).codes).toEqual(['COUNT_FOUR_EYES']);
  const helper = { ...town, personId: randomUUID(), standsFor: [city.personId ?? ''] };
  expect((await goods.count(helper, id, 10)).codes).toEqual(['COUNT_FOUR_EYES']);
  expect((await goods.count(world.caller('town-officer', '371203100'), id, 10)).codes).toEqual(['NOT_FOUND']);
  expect((await goods.count(world.caller('village-clerk', '371202100207'), id, 10)).codes).toEqual(['FORBIDDEN']);
  const done = await goods.count(town, id, 8, '运输途中两床受潮');
  expect(done.data.countGoods).toMatchObject({
    ...{ restrictedPurpose: 'winter-relief', balance: { announced: 0, stock: 8, missing: 2 } },
    count: { counted: 8, missing: 2, reason: '运输途中两床受潮' },
  });
  expect((await goods.count(town, id, 8)).codes).toEqual(['GOODS_COUNTED']);
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
