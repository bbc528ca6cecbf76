// Goods of a gift: kept inside what the gift allows, withdrawn as far as they are free, and traced for the donor without showing anybody.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { donatedGoods, GIFT } from './donated-goods-steps';
import { constraintOf } from './funds-direct';
import { type HouseholdsOnly, openHouseholds } from './open-households';
import { programmeDeeds } from './programme-deeds';

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

test('goods given for a region and a purpose go nowhere else, through the graph and in plain SQL; what is unusable leaves as far as it is free', async () => {
  const village = world.city.regions.find(({ code }) => code === '371202100207');
  const gift = goods.tell('goods-accepted', {
    regionId: world.regionId('371200'),
    restriction: { regionId: world.regionId('口镇'), purpose: 'winter-relief' },
  });
  await goods.take();
  const { id } = await goods.lotOf(gift.itemId);
  expect((await goods.count(city, id, 10)).codes).toEqual([]);
  const send = (to: string, n: number) => goods.send(city, id, to, n);
  expect((await send('371203100', 1)).codes).toEqual(['GOODS_RESTRICTED']);
  expect((await send('371202', 1)).codes).toEqual([]);
  const sent = await send('口镇', 8);
  const { id: part } = sent.data.sendGoodsOn;
  const inTown = world.city.households.filter(({ path }) =>
    path.startsWith(world.city.regions.find(({ name }) => name === '口镇')?.path ?? '-'),
  );
  const [first, ...others] = inTown.sort((a) => (a.regionId === village?.id ? -1 : 1)).map((household) => household.id);
  const winter = await goods.open(town, '口镇', '棉被', '床', 'winter-relief');
  expect((await goods.allocate(town, await goods.open(town, '口镇', '棉被', '床'), [first])).codes).toEqual([
    'GOODS_SHORT',
  ]);
  expect((await goods.allocate(town, winter, others.slice(0, 6))).codes).toEqual([]);
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
  const before = await goods.giftOf(gift.giftId);
  const stockOf = before[0].stock;
  goods.tell('goods-withdrawn', { ...gift, quantity: 9 });
  await goods.take();
  const [after] = await goods.giftOf(gift.giftId);
  expect([after.stock, after.withdrawn, after.onTheWay]).toEqual([0, stockOf, 10 - stockOf]);
  const { rows: outcome } = await world.sql.query(
    `select outcome from households.funds_event where kind = 'goods-withdrawn'`,
  );
  expect(outcome).toEqual([{ outcome: { asked: 9, withdrawn: stockOf } }]);
});

test('the donor’s sums close item by item, and a town with fewer than five households is not told apart', async () => {
  const gift = goods.tell('goods-accepted', {
    good: '食用油',
    unit: '桶',
    quantity: 40,
    donorName: '某商会',
    regionId: world.regionId('371200'),
  });
  await goods.take();
  const { id } = await goods.lotOf(gift.itemId);
  await goods.count(city, id, 39, '破损一桶');
  const towns = ['口镇', '371203100'].map((name) =>
    world.city.regions.find(({ name: n, code }) => n === name || code === name),
  );
  const deeds = programmeDeeds(world);
  const received = [6, 2];
  for (const [at, place] of towns.entries()) {
    const officer = world.caller('town-officer', place?.code ?? '');
    await goods.send(city, id, place?.code ?? '', 8);
    const batch = await goods.open(officer, place?.code ?? '', '食用油', '桶');
    const ids = world.city.households
      .filter(({ path }) => path.startsWith(place?.path ?? '-'))
      .slice(0, (received[at] ?? 0) + 1)
      .map((one) => one.id);
    expect((await goods.allocate(officer, batch, ids)).codes).toEqual([]);
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
  const [item] = await goods.giftOf(gift.giftId);
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
  expect((await world.ask(city, GIFT, { id: gift.giftId })).codes).toEqual(['FORBIDDEN']);
  expect(await goods.giftOf(randomUUID())).toEqual([]);
});
