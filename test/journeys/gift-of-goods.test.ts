// A gift of goods from its donor to a household, through the gateway: accepted by the fund, told to households, counted, and followed by number and code.

import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { charityStepsOf, RECEIPT } from '../subgraphs/charity-steps';
import type { FundsOnly } from '../subgraphs/open-funds';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

const LOTS = `query($code: String!) { regionByCode(code: $code) { goodsLots(first: 50) { edges { node { id good receiptNumber balance { announced stock } } } } } }`;
const COUNT = `mutation($lot: ID!, $n: Int!, $why: String) { countGoods(lotId: $lot, counted: $n, reason: $why) { balance { announced stock missing } count { missing reason } } }`;
const PATH = `query($number: String!, $code: String!) { giftPath(receiptNumber: $number, code: $code) { kind fundName goods { good quantity announced stock missing delivered places { region { name } households } } } }`;

/** The steps of a charity fund, asked through the gateway as each account. */
function charityThroughTheGateway(today: string) {
  const get = async (account: string, query: string, variables: Record<string, unknown>) =>
    (await world.as(account)).get(query, variables);
  const regionId = (code: string) => world.city.regions.find((region) => region.code === code)?.id ?? '';
  return charityStepsOf({ as: (account: string) => account, get, regionId } as unknown as FundsOnly, today);
}

test('what the fund accepted is announced in its town, counted there, and seen by its donor', async () => {
  const { rows } = await world.sql.query<{ day: string }>('select funds.today()::text as day');
  const charity = charityThroughTheGateway(rows[0]?.day ?? '');
  const town = world.city.regions.find(({ code }) => code === '371202100');
  const fund = await charity.found('莱芜市暖冬基金');
  const gift = await charity.promise(fund, { kind: 'goods', amount: '900.00', keptRegionId: town?.id });
  const item = {
    good: '军大衣',
    unit: '件',
    quantity: 30,
    value: '900.00',
    valuedBy: 'invoice',
    valuationDocument: '发票 7',
  };
  await charity.arrive(gift, { items: [item] });
  await (await world.as('city-director')).get(
    'mutation($id: ID!, $key: String!) { acceptGift(id: $id, idempotencyKey: $key) { state } }',
    { id: gift, key: 'accept-coats' },
  );
  const finance = await world.as('city-finance');
  const { code } = (await finance.get(RECEIPT, { id: gift, number: 'COATS-1' })).issueGiftReceipt;
  const anybody = await world.as(null);
  const path = async () => (await anybody.get(PATH, { number: 'COATS-1', code })).giftPath.goods[0];
  expect(await path()).toMatchObject({ good: '军大衣', quantity: 30, announced: 30, stock: 0 });
  const officer = await world.as('town-kouzhen');
  const lot = await announced(officer, '军大衣');
  expect(lot.balance).toEqual({ announced: 30, stock: 0 });
  const counted = await officer.get(COUNT, { lot: lot.id, n: 29, why: '一件破损' });
  expect(counted.countGoods).toEqual({
    balance: { announced: 0, stock: 29, missing: 1 },
    count: { missing: 1, reason: '一件破损' },
  });
  expect(await path()).toEqual({
    good: '军大衣',
    quantity: 30,
    announced: 0,
    stock: 29,
    missing: 1,
    delivered: 0,
    places: [],
  });
  expect((await anybody.ask(PATH, { number: 'COATS-1', code: 'wrong' })).data).toEqual({ giftPath: null });
}, 60_000);

/** Households comes for it by itself, a few seconds later. */
async function announced(officer: GraphClient, good: string) {
  for (let attempt = 0; ; attempt++) {
    const { regionByCode } = await officer.get(LOTS, { code: '371202100' });
    const found = regionByCode.goodsLots.edges.find(({ node }: { node: { good: string } }) => node.good === good);
    if (found || attempt > 200) return found.node;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
