// The donor's view: closed without number and code, wrong tries counted alike, sums that close, and nobody found behind any part of a gift.
import { randomUUID } from 'node:crypto';
import { anonymousCaller, type Caller } from '#platform/vocabulary/caller';
import { giftLookUpLimits } from '../../services/funds/donor/look-up.rules';
import { charityStepsOf, RECEIPT } from './charity-steps';
import { constraintOf, directOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let charity: ReturnType<typeof charityStepsOf>;
let fundId: string;
beforeAll(async () => {
  world = await openFunds({ households: 340, people: 520 });
  const { rows } = await world.sql.query<{ day: string }>('select funds.today()::text as day');
  charity = charityStepsOf(world, rows[0]?.day ?? '');
  fundId = await charity.found();
}, 120_000);
afterAll(() => world?.close());

const PATH = `query($number: String!, $code: String!) { giftPath(receiptNumber: $number, code: $code) { number kind fundName acceptedOn received purpose restrictedRegion { id }
  whole unused underWay paid uses { kind purpose title paidOn amount households places { region { id } households amount } elsewhere { households amount } } others { households amount }
  goods { good quantity announced stock onTheWay delivered missing withdrawn places { region { id } households quantity } elsewhere { households quantity } } } }`;
const nobody = (address = '10.0.0.1'): Caller => ({ ...anonymousCaller(randomUUID()), address });
const look = (number: string, code: string, who = nobody()) => world.ask(who, PATH, { number, code });
let receipts = 0;
async function receiptOf(id: string) {
  const number = `LWFP-2018-${++receipts}`;
  const { code } = (await world.get(world.as('city-finance'), RECEIPT, { id, number })).issueGiftReceipt;
  return { number, code: code as string };
}
/** A gift of a thousand, of which so much is a part that 口镇 may pay out. */
async function giftForTown(amount: string) {
  const gift = await charity.given(fundId, '1000.00', { anonymous: true });
  const use = await charity.draft(fundId, [{ lotId: gift.lotId, amount }]);
  const [lot] = (await charity.resolve(fundId, use)).lots;
  return { ...gift, part: { id: lot.id as string, purpose: 'donated-relief' } };
}
async function payOut(part: { id: string; purpose: string }, amounts: bigint[]) {
  const direct = directOf(world);
  const { town, director, finance } = direct.place();
  const { id, verdict } = await world.inRole('region', town, (client) =>
    direct.apply(client, town, amounts, undefined, part),
  );
  expect(verdict).toBe('done');
  expect(await world.inRole('region', director, (client) => direct.decide(client, id, 'approve'))).toBe('done');
  expect(await world.inRole('region', finance, (client) => direct.pay(client, id))).toBe('done');
  return id;
}
const fen = (yuan: string) => BigInt(yuan.replace('.', ''));

test('what is unused, under way and paid makes the gift, and a use is told by towns with five households at least', async () => {
  const gift = await giftForTown('600.00');
  await payOut(gift.part, Array<bigint>(6).fill(50_00n));
  await payOut(gift.part, [70_00n, 30_00n]);
  const receipt = await receiptOf(gift.id);
  const { data, codes } = await look(receipt.number, receipt.code);
  expect(codes).toEqual([]);
  const path = data.giftPath;
  expect(path).toMatchObject({
    kind: 'money',
    received: '1000.00',
    whole: '1000.00',
    unused: '600.00',
    underWay: '0.00',
    paid: '400.00',
    goods: [],
  });
  expect(fen(path.unused) + fen(path.underWay) + fen(path.paid)).toBe(fen(path.whole));
  // Two batches, of six households and of two: both together, so that the smaller is not what the whole lacks.
  expect([path.uses, path.others]).toEqual([[], { households: 8, amount: '400.00' }]);
  expect(JSON.stringify(data)).not.toContain('莱芜钢铁集团');
  const lone = await giftForTown('400.00');
  await payOut(lone.part, Array<bigint>(6).fill(50_00n));
  const its = await receiptOf(lone.id);
  const [use] = (await look(its.number, ` ${its.code.toUpperCase()} `)).data.giftPath.uses;
  expect(use).toMatchObject({
    ...{ kind: 'households', purpose: 'donated-relief', amount: '300.00', households: 6, elsewhere: null },
    places: [{ region: { id: world.regionId('371202100') }, households: 6, amount: '300.00' }],
  });
});

test('goods are told as households tells them, and what it has not taken over yet as announced', async () => {
  const id = await charity.promise(fundId, {
    kind: 'goods',
    amount: '100.00',
    keptRegionId: world.regionId('371202100'),
  });
  await charity.arrive(id, {
    items: [
      { good: '棉被', unit: '床', quantity: 10, value: '100.00', valuedBy: 'invoice', valuationDocument: '发票 1' },
    ],
  });
  await charity.accept(id);
  const { number, code } = await receiptOf(id);
  const { rows } = await world.sql.query(`select kind, body from funds.outbox_event where body ->> 'giftId' = $1`, [
    id,
  ]);
  expect(rows).toMatchObject([
    { kind: 'goods-accepted', body: { good: '棉被', quantity: 10, regionId: world.regionId('371202100') } },
  ]);
  const [item] = (await look(number, code)).data.giftPath.goods;
  expect(item).toMatchObject({
    good: '棉被',
    quantity: 10,
    announced: 10,
    stock: 0,
    delivered: 0,
    places: [],
    elsewhere: null,
  });
});

test('a wrong number and a wrong code are the same bytes, each is counted, and after too many the right one is refused too', async () => {
  const gift = await charity.given(fundId, '10.00');
  const { number, code } = await receiptOf(gift.id);
  const before = (await world.sql.query('select count(*)::int as n from funds.gift_look_up')).rows[0].n;
  const asked = [
    await look(number, 'ffffffffffffffffffff', nobody('10.0.0.2')),
    await look('LWFP-NONE', code, nobody('10.0.0.2')),
    await look('', '', nobody('10.0.0.2')),
  ];
  for (const each of asked) expect(each).toEqual({ data: { giftPath: null }, codes: [] });
  const { rows: kept } = await world.sql.query(
    'select number_key, place_key, gift_id from funds.gift_look_up order by looked_at desc limit 3',
  );
  expect((await world.sql.query('select count(*)::int as n from funds.gift_look_up')).rows[0].n).toBe(before + 3);
  expect(JSON.stringify(kept)).not.toMatch(/LWFP|10\.0\.0/);
  expect((await look(number, code, nobody('10.0.0.3'))).data.giftPath).not.toBeNull();
  for (let at = 1; at < giftLookUpLimits.mostOfNumber; at++) await look(number, `wrong ${at}`, nobody(`10.0.1.${at}`));
  expect((await look(number, code, nobody('10.0.0.3'))).codes).toEqual(['GIFT_LOOK_UP_LIMIT']);
  for (let at = 0; at < giftLookUpLimits.mostOfPlace; at++) await look(`LWFP-NONE-${at}`, code, nobody('10.0.0.9'));
  const other = await charity.given(fundId, '10.00');
  const its = await receiptOf(other.id);
  expect((await look(its.number, its.code, nobody('10.0.0.9'))).codes).toEqual(['GIFT_LOOK_UP_LIMIT']);
  expect((await look(its.number, its.code, nobody('10.0.0.3'))).data.giftPath).not.toBeNull();
  // Not accepted yet, or not receipted: there is nothing to show a code of.
  expect(await constraintOf(world.owner.query('delete from funds.gift_look_up'))).toBe(
    'funds_gift_look_up_append_only',
  );
  expect(
    await constraintOf(world.inRole('public', nobody(), (client) => client.query('select * from funds.gift'))),
  ).toBe('42501');
  const strayed = world.inRole('public', nobody(), (client) =>
    client.query('select funds.gift_path($1) as told', [randomUUID()]),
  );
  expect((await strayed).rows).toEqual([{ told: null }]);
});
