// Uses of gifts through the graph: within what was given, passed by a quorum of the council, paid where they were approved for.
import { randomUUID } from 'node:crypto';
import { charityStepsOf, DRAFT, RESOLVE } from './charity-steps';
import { constraintOf } from './funds-direct';
import { APPLY } from './funds-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let today: string;
const charity = () => charityStepsOf(world, today);
const officer = () => world.as('city-officer');
const director = () => world.as('city-director');
const finance = () => world.as('city-finance');

beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  today = (await world.sql.query<{ day: string }>('select funds.today()::text as day')).rows[0]?.day ?? '';
}, 120_000);
afterAll(() => world.close());

test('a use keeps to what the gift was given for, passes a quorum of members, and is paid where it was approved for', async () => {
  const { found, given, draft, planInput, members, resolution, resolve } = charity();
  const fundId = await found();
  const town = world.regionId('371202100');
  const bound = await given(fundId, '300.00', {
    purpose: 'rain-dew-plan',
    restrictedRegionId: town,
    targetGroup: '学生',
  });
  const free = await given(fundId, '700.00');
  const source = (lotId: string, amount: string) => ({ lotId, amount });
  const refused = async (sources: object[], more: object) => {
    const { codes } = await world.ask(officer(), DRAFT, { input: planInput(fundId, sources, more) });
    return codes;
  };
  const fits = { purpose: 'rain-dew-plan', targetGroup: '学生' };
  for (const more of [
    {},
    { ...fits, targetGroup: '老人' },
    { ...fits, regionId: world.regionId('371203') },
    { kind: 'administration' },
  ])
    expect(await refused([source(bound.lotId, '300.00')], more)).toEqual(['GIFT_RESTRICTED']);
  expect(await refused([source(free.lotId, '1.00')], { purpose: 'work-relief' })).toEqual(['CHARITY_USE_PURPOSE']);
  const useId = await draft(fundId, [source(bound.lotId, '300.00'), source(free.lotId, '200.00')], fits);
  // In plain SQL too: the owner cannot draw the gift for something else.
  expect(
    await constraintOf(
      world.owner
        .query(
          `with u as (insert into funds.charity_use select gen_random_uuid(), fund_id, 'SY-X', year, 'charity', 'donated-relief', null, use_region_id, description, amount, 'drafted', drafted_by, now(), null, null, region_id, path from funds.charity_use where id = $1 returning id, path)
         select 1 from u`,
          [useId],
        )
        .then(() =>
          world.owner.query(
            `insert into funds.charity_use_source select (select id from funds.charity_use where number = 'SY-X'), lot_id, gift_id, amount, path from funds.charity_use_source where use_id = $1 and lot_id = $2`,
            [useId, bound.lotId],
          ),
        ),
    ),
  ).toBe('gift_restriction');
  const ids = await members(fundId);
  const codes = async (who: ReturnType<typeof director>, votes: string[], voters: readonly string[] = ids) =>
    (await world.ask(who, RESOLVE, resolution(useId, voters, votes))).codes;
  expect(await codes(director(), ['for', 'for', 'for'])).toEqual(['COUNCIL_QUORUM']);
  expect(await codes(director(), ['for', 'for', 'for', 'for'], [...ids.slice(0, 3), randomUUID()])).toEqual([
    'COUNCIL_MEMBER',
  ]);
  const self = world.as('city-director', { personId: officer().personId });
  expect(await codes(self, ['for', 'for', 'for', 'for'])).toEqual(['CHARITY_USE_FOUR_EYES']);
  const passed = await resolve(fundId, useId);
  expect(passed).toMatchObject({ state: 'approved', resolution: { seats: 5, present: 4, ayes: 3, passed: true } });
  expect(
    passed.lots.map(({ amount, purpose, balance }: { amount: string; purpose: string; balance: object }) => ({
      amount,
      purpose,
      balance,
    })),
  ).toEqual(
    expect.arrayContaining([
      { amount: '300.00', purpose: 'rain-dew-plan', balance: { available: '300.00', cashHeld: '300.00' } },
      { amount: '200.00', purpose: 'rain-dew-plan', balance: { available: '200.00', cashHeld: '200.00' } },
    ]),
  );
  const even = await draft(fundId, [source(free.lotId, '500.01')]);
  expect(await resolve(fundId, even, ['for', 'for', 'against', 'abstain'])).toMatchObject({
    state: 'refused',
    lots: [],
  });
  const much = await draft(fundId, [source(free.lotId, '500.01')]);
  expect((await world.ask(director(), RESOLVE, resolution(much, ids, ['for', 'for', 'for', 'for']))).codes).toEqual([
    'OVER_ALLOTTED',
  ]);
  // The town pays out of the part, to households of its own; the gift itself is reserved by nobody.
  const lot = passed.lots.find(({ gift }: { gift: { id: string } }) => gift.id === bound.id);
  const villages = world.city.regions.filter(({ parentId }) => parentId === town).map(({ id }) => id);
  const household = world.city.households.find(({ regionId }) => villages.includes(regionId));
  const apply = (allotmentLineId: string, account: string) =>
    world.ask(world.as(account), APPLY, {
      ...{ key: randomUUID() },
      input: {
        allotmentLineId,
        purpose: 'rain-dew-plan',
        documentNumber: '口政发〔2018〕60号（拟）',
        lines: [{ householdId: household?.id, amount: '120.00' }],
      },
    });
  expect((await apply(lot.id, 'town-kouzhen')).data.applyDisbursement).toMatchObject({
    state: 'applied',
    total: '120.00',
  });
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.balance (lot_id, account, amount, path) select id, 'reserved', 0, path from funds.allotment_line where id = $1`,
        [free.lotId],
      ),
    ),
  ).toBe('gift_use_plan');
  const stray = (await world.sql.query(`select d.* from funds.disbursement d where d.lot_id = $1`, [lot.id])).rows[0];
  const far = world.city.regions.find(({ code }) => code === '371203');
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.disbursement_line (id, disbursement_id, lot_id, purpose, year, household_id, region_id, path, amount, payee)
       values (gen_random_uuid(), $1, $2, $3, $4, gen_random_uuid(), $5, $6, 1, '某某')`,
        [stray.id, lot.id, stray.purpose, stray.year, far?.id, far?.path],
      ),
    ),
  ).toBe('gift_restriction');
  // Out of the gift itself nothing is passed on but by a use.
  const decompose = `mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id } }`;
  const part = { regionId: town, amount: '10.00', parentLineId: free.lotId };
  const notice = {
    number: '莱扶基〔2018〕9号',
    issuedOn: today,
    sourceLevel: 'city',
    purpose: 'donated-relief',
    book: 'donation',
    lines: [part],
  };
  expect((await world.ask(officer(), decompose, { input: notice, key: randomUUID() })).codes).toEqual([
    'GIFT_USE_PLAN',
  ]);
}, 60_000);

test('administration is a use of its own kind, paid by a third person', async () => {
  const { found, given, draft, resolve } = charity();
  const fundId = await found();
  const { lotId } = await given(fundId, '900.00');
  const useId = await draft(fundId, [{ lotId, amount: '90.00' }], {
    kind: 'administration',
    regionId: world.regionId('371200'),
  });
  const [lot] = (await resolve(fundId, useId)).lots;
  expect(lot.purpose).toBe('charity-administration');
  const APPLY_PAYMENT = 'mutation($input: CharityPaymentInput!) { applyCharityPayment(input: $input) { id state } }';
  const PAY =
    'mutation($id: ID!, $key: String!) { payCharityPayment(id: $id, idempotencyKey: $key) { state paidOn lot { balance { available paid cashPaid } } } }';
  const payment = {
    lotId: lot.id,
    payee: '莱芜市某会计师事务所',
    item: '年度审计',
    voucher: randomUUID(),
    amount: '60.00',
  };
  expect((await world.ask(officer(), APPLY_PAYMENT, { input: { ...payment, lotId } })).codes).toEqual(['NOT_FOUND']);
  const { id } = (await world.get(officer(), APPLY_PAYMENT, { input: payment })).applyCharityPayment;
  for (const personId of [officer().personId, director().personId])
    expect((await world.ask(world.as('city-finance', { personId }), PAY, { id, key: randomUUID() })).codes).toEqual([
      'CHARITY_PAYMENT_FOUR_EYES',
    ]);
  expect((await world.get(finance(), PAY, { id, key: randomUUID() })).payCharityPayment).toEqual({
    ...{ state: 'paid', paidOn: today },
    lot: { balance: { available: '30.00', paid: '60.00', cashPaid: '60.00' } },
  });
  expect((await world.ask(finance(), PAY, { id, key: randomUUID() })).codes).toEqual(['CHARITY_PAYMENT_STATE']);
  const more = (await world.get(officer(), APPLY_PAYMENT, { input: { ...payment, voucher: randomUUID() } }))
    .applyCharityPayment;
  expect((await world.ask(finance(), PAY, { id: more.id, key: randomUUID() })).codes).toEqual(['OVER_ALLOTTED']);
}, 60_000);
