// The year of a charity fund judged and told in public; goods that nobody can use auctioned for the same gift.
import { randomUUID } from 'node:crypto';
import { anonymousCaller } from '#platform/vocabulary/caller';
import { charityStepsOf } from './charity-steps';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let today: string;
const charity = () => charityStepsOf(world, today);
const officer = () => world.as('city-officer');
const director = () => world.as('city-director');

const DRAFT_REPORT =
  'mutation($fundId: ID!, $year: Int!) { draftCharityReport(fundId: $fundId, year: $year) { id outcome } }';
const PUBLISH = 'mutation($id: ID!) { publishCharityReport(id: $id) { outcome decidedBy { id } } }';
const PUBLIC = `query($id: ID!) { charityReport(id: $id) { fundName year moneyIncome goodsIncome spent administration verdict spendingRatio
  uses { kind purpose amount region { id } } donors { name gifts amount } goods { good quantity } council { name post } } }`;
const YEAR = `query($id: ID!, $year: Int!) { charityFund(id: $id) { yearSums(year: $year) { income spentMoney goodsUsed administration required missing verdict netAssets } } }`;
const AUCTION = 'mutation($input: GiftAuctionInput!) { recordGiftAuction(input: $input) { id outcome } }';
const APPROVE =
  'mutation($id: ID!, $key: String!) { approveGiftAuction(id: $id, idempotencyKey: $key) { outcome gift { lots { amount purpose } } } }';

beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  today = (await world.sql.query<{ day: string }>('select funds.today()::text as day')).rows[0]?.day ?? '';
}, 120_000);
afterAll(() => world.close());

/** As if the gift had been accepted in an earlier year: what the rows forbid to officers, the superuser does with the triggers off. */
const earlier = async (giftId: string, day: string) => {
  await world.sql.query('alter table funds.gift disable trigger all');
  await world.sql.query('update funds.gift set promised_on = $2, arrived_on = $2, accepted_on = $2 where id = $1', [
    giftId,
    day,
  ]);
  await world.sql.query('alter table funds.gift enable trigger all');
};

test('a year is judged by the law, and what it came to is published for anybody, without a person’s name', async () => {
  const { found, given, promise, arrive, accept, draft, resolve } = charity();
  const fundId = await found();
  const year = Number(today.slice(0, 4)) - 1;
  const one = await given(fundId, '1000.00', { donorKind: 'person', donorName: '李大山' });
  const two = await given(fundId, '500.00');
  for (const { id } of [one, two]) await earlier(id, `${year}-06-01`);
  const sums = async (of: number) => (await world.get(officer(), YEAR, { id: fundId, year: of })).charityFund.yearSums;
  expect(await sums(year)).toMatchObject({
    income: '1500.00',
    verdict: 'meets',
    missing: '0.00',
    netAssets: '2001500.00',
  });
  const useId = await draft(fundId, [{ lotId: one.lotId, amount: '300.00' }], { regionId: world.regionId('371200') });
  const [lot] = (await resolve(fundId, useId)).lots;
  const payment = { lotId: lot.id, payee: '某校服厂', item: '采购棉衣', voucher: randomUUID(), amount: '300.00' };
  const applied = await world.get(
    officer(),
    'mutation($input: CharityPaymentInput!) { applyCharityPayment(input: $input) { id } }',
    { input: payment },
  );
  await world.get(
    world.as('city-finance'),
    'mutation($id: ID!, $key: String!) { payCharityPayment(id: $id, idempotencyKey: $key) { id } }',
    {
      ...{ id: applied.applyCharityPayment.id, key: randomUUID() },
    },
  );
  // The mean of three years is 500, and 70 % of it 350: fifty are missing, until goods worth as much have come to the stock.
  expect(await sums(year + 1)).toMatchObject({
    required: '350.00',
    spentMoney: '300.00',
    missing: '50.00',
    verdict: 'spendingShort',
  });
  const goods = await promise(fundId, { kind: 'goods', keptRegionId: world.regionId('371202'), amount: '50.00' });
  await arrive(goods, {
    items: [{ good: '面粉', unit: '袋', quantity: 5, value: '50.00', valuedBy: 'invoice', valuationDocument: '发票1' }],
  });
  await accept(goods);
  expect(await sums(year + 1)).toMatchObject({ goodsUsed: '50.00', verdict: 'meets' });
  const ask = (of: number) => world.ask(officer(), DRAFT_REPORT, { fundId, year: of });
  expect((await ask(year + 1)).codes).toEqual(['CHARITY_REPORT_YEAR']);
  expect((await ask(2015)).codes).toEqual(['CHARITY_REPORT_YEAR']);
  const stale = (await ask(year)).data.draftCharityReport.id;
  expect((await ask(year)).codes).toEqual(['CHARITY_REPORT_OPEN']);
  const self = world.as('city-director', { personId: officer().personId });
  expect((await world.ask(self, PUBLISH, { id: stale })).codes).toEqual(['CHARITY_REPORT_FOUR_EYES']);
  const late = await given(fundId, '7.00', { anonymous: true });
  await earlier(late.id, `${year}-12-31`);
  expect((await world.ask(director(), PUBLISH, { id: stale })).codes).toEqual(['CHARITY_REPORT_STALE']);
  await world.get(officer(), 'mutation($id: ID!) { withdrawCharityReport(id: $id) { outcome } }', { id: stale });
  const { id } = (await ask(year)).data.draftCharityReport;
  const citizen = () => world.get(anonymousCaller(randomUUID()), PUBLIC, { id });
  expect((await citizen()).charityReport).toBeNull();
  expect((await world.get(director(), PUBLISH, { id })).publishCharityReport).toMatchObject({ outcome: 'published' });
  const { charityReport } = await citizen();
  expect(charityReport).toMatchObject({
    year,
    moneyIncome: '1507.00',
    spent: '0.00',
    administration: '0.00',
    uses: [],
    goods: [],
  });
  expect(charityReport.donors).toEqual([
    { name: '莱芜钢铁集团', gifts: 1, amount: '500.00' },
    { name: null, gifts: 2, amount: '1007.00' },
  ]);
  expect(charityReport.council).toHaveLength(5);
  expect(JSON.stringify(charityReport)).not.toContain('李大山');
  expect(
    (
      await world.ask(
        anonymousCaller(randomUUID()),
        'query($id: ID!) { charityReport(id: $id) { decidedBy { id } } }',
        { id },
      )
    ).codes,
  ).not.toEqual([]);
  const seen = '{ charityReports { edges { node { id } } } }';
  expect((await world.get(anonymousCaller(randomUUID()), seen)).charityReports.edges).toContainEqual({ node: { id } });
  expect(
    await constraintOf(world.owner.query(`update funds.charity_report set content = '{}' where id = $1`, [id])),
  ).toBe('charity_report_decided_once');
}, 60_000);

test('what nobody can use is auctioned, no more than there is, and its proceeds keep to the gift', async () => {
  const { found, promise, arrive, accept } = charity();
  const fundId = await found();
  const gift = await promise(fundId, {
    kind: 'goods',
    keptRegionId: world.regionId('371202'),
    amount: '90.00',
    purpose: 'rain-dew-plan',
  });
  await arrive(gift, {
    items: [
      { good: '旧电脑', unit: '台', quantity: 9, value: '900.00', valuedBy: 'appraisal', valuationDocument: '评2号' },
    ],
  });
  await accept(gift);
  const { items } = (await world.get(officer(), 'query($id: ID!) { gift(id: $id) { items { id } } }', { id: gift }))
    .gift;
  const input = {
    itemId: items[0].id,
    quantity: 4,
    reason: '型号过旧，不宜发放',
    auctionedOn: today,
    proceeds: '123.45',
    voucher: randomUUID(),
  };
  const { id } = (await world.get(officer(), AUCTION, { input })).recordGiftAuction;
  expect((await world.ask(officer(), AUCTION, { input: { ...input, quantity: 6 } })).codes).toEqual([
    'GIFT_ITEM_QUANTITY',
  ]);
  const self = world.as('city-director', { personId: officer().personId });
  expect((await world.ask(self, APPROVE, { id, key: randomUUID() })).codes).toEqual(['GIFT_AUCTION_FOUR_EYES']);
  expect((await world.get(director(), APPROVE, { id, key: randomUUID() })).approveGiftAuction).toEqual({
    ...{ outcome: 'approved', gift: { lots: [{ amount: '123.45', purpose: 'rain-dew-plan' }] } },
  });
  expect((await world.ask(director(), APPROVE, { id, key: randomUUID() })).codes).toEqual(['GIFT_AUCTION_DECIDED']);
  const { rows } = await world.sql.query(
    `select body from funds.outbox_event where kind = 'goods-withdrawn' and subject_id = $1`,
    [items[0].id],
  );
  expect(rows).toEqual([{ body: { giftId: gift, itemId: items[0].id, quantity: 4 } }]);
  expect(
    (await world.get(officer(), YEAR, { id: fundId, year: Number(today.slice(0, 4)) })).charityFund.yearSums,
  ).toMatchObject({
    ...{ income: '900.00', goodsUsed: '500.00', netAssets: '2000123.45' },
  });
}, 60_000);
