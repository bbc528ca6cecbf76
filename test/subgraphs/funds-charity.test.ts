// A charity fund through the graph: founded step by step, gifts born as lots after their acceptance, uses within what was given and passed by a quorum.
import { randomUUID } from 'node:crypto';
import { ACCEPT, ARRIVE, CONFIRM, COUNCIL, charityStepsOf, hashOf, PROMISE, RECEIPT, STEP } from './charity-steps';
import { constraintOf } from './funds-direct';
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

test('a fund is founded in its order, each step by two people, and takes no gift before it is registered', async () => {
  const { found, steps, record, confirm, giftInput } = charity();
  const fundId = await found('莱芜市慈善扶贫基金', 0);
  const refused = async (input: object) => (await world.ask(officer(), STEP, { input: { fundId, ...input } })).codes;
  expect(await refused(steps[1] ?? {})).toEqual(['FOUNDING_ORDER']);
  expect(await refused({ ...steps[0], initiators: [] })).toEqual(['INVALID_INPUT']);
  expect(await refused({ ...steps[0], happenedOn: '2999-01-01' })).toEqual(['FOUNDING_DAY']);
  const first = await record(fundId, steps[0] ?? {});
  expect(await refused(steps[1] ?? {})).toEqual(['FOUNDING_ORDER']);
  expect(await refused(steps[0] ?? {})).toEqual(['FOUNDING_TOLD']);
  const self = world.as('city-director', { personId: officer().personId });
  expect((await world.ask(self, CONFIRM, { id: first })).codes).toEqual(['FOUNDING_FOUR_EYES']);
  expect((await world.ask(officer(), CONFIRM, { id: first })).codes).toEqual(['FORBIDDEN']);
  expect(
    (await world.get(director(), '{ fundsTodo(first: 200) { edges { node { kind subjectId } } } }')).fundsTodo.edges,
  ).toContainEqual({
    node: { kind: 'confirm-founding-step', subjectId: first },
  });
  await confirm(first);
  expect(await refused({ ...steps[1], happenedOn: '2016-10-07' })).toEqual(['FOUNDING_DAY']);
  for (const step of steps.slice(1, 5)) await confirm(await record(fundId, step));
  expect((await world.ask(officer(), PROMISE, { input: giftInput(fundId) })).codes).toEqual(['CHARITY_FUND_STATE']);
  const last = await confirm(await record(fundId, steps[5] ?? {}));
  expect(last).toMatchObject({ outcome: 'confirmed', fund: { state: 'registered', registeredOn: '2016-12-26' } });
  // Elected anew: the old council ends on the day of the new one.
  const again = { kind: 'council', happenedOn: '2018-01-10', council: COUNCIL.slice(0, 3) };
  await confirm(await record(fundId, again));
  const told = await world.get(
    officer(),
    'query($id: ID!) { charityFund(id: $id) { council { name untilOn } steps { kind council { untilOn } } } }',
    { id: fundId },
  );
  expect(told.charityFund.council).toHaveLength(3);
  expect(told.charityFund.steps.find((each: { kind: string }) => each.kind === 'council').council[0].untilOn).toBe(
    '2018-01-10',
  );
  expect(
    await world.get(world.as('district-laicheng'), 'query($id: ID!) { charityFund(id: $id) { id } }', { id: fundId }),
  ).toEqual({
    charityFund: null,
  });
  expect(
    await constraintOf(
      world.owner.query(`update funds.founding_step set happened_on = happened_on - 1 where id = $1`, [first]),
    ),
  ).toBe('funds_founding_step_append_only');
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.founding_step select gen_random_uuid(), fund_id, 'charter', happened_on, null, $2, null, null, '{}', null, region_id, path, recorded_by, now(), 'returned', '重报', recorded_by, now() from funds.founding_step where id = $1`,
        [first, hashOf('x')],
      ),
    ),
  ).toBe('founding_step_four_eyes');
}, 60_000);

test('a gift is free, accepted by a second person, receipted once after that, and its money is one lot with its cash', async () => {
  const { found, promise, arrive, giftInput } = charity();
  const fundId = await found();
  const refused = async (more: object) =>
    (await world.ask(officer(), PROMISE, { input: giftInput(fundId, more) })).codes;
  expect(await refused({ voluntary: false })).toEqual(['GIFT_NOT_FREE']);
  expect(await refused({ purpose: 'work-relief' })).toEqual(['CHARITY_USE_PURPOSE']);
  expect(await refused({ kind: 'goods' })).toEqual(['INVALID_INPUT']);
  const id = await promise(fundId, { donorKind: 'person', donorName: '王小明', anonymous: true });
  const receipt = () => world.ask(finance(), RECEIPT, { id, number: 'LW-2018-0001' });
  expect((await world.ask(director(), ACCEPT, { id, key: randomUUID() })).codes).toEqual(['GIFT_STATE']);
  const early = { giftId: id, arrivedOn: '2018-01-01', voucher: '回单一', received: '1.00' };
  expect((await world.ask(officer(), ARRIVE, { input: early })).codes).toEqual(['GIFT_DAY']);
  expect(await arrive(id, { received: '888.88' })).toMatchObject({ state: 'arrived', received: '888.88' });
  expect((await receipt()).codes).toEqual(['GIFT_STATE']);
  const self = world.as('city-director', { personId: officer().personId });
  expect((await world.ask(self, ACCEPT, { id, key: randomUUID() })).codes).toEqual(['GIFT_FOUR_EYES']);
  const key = randomUUID();
  const accepted = (await world.get(director(), ACCEPT, { id, key })).acceptGift;
  expect(accepted).toMatchObject({
    ...{ state: 'accepted', acceptedOn: today },
    lots: [
      {
        amount: '888.88',
        book: 'donation',
        purpose: 'donated-relief',
        balance: { available: '888.88', cashHeld: '888.88' },
        gift: { id },
      },
    ],
  });
  expect((await world.get(director(), ACCEPT, { id, key })).acceptGift.lots).toHaveLength(1);
  const { data } = await receipt();
  expect(data.issueGiftReceipt.gift).toEqual({ receiptNumber: 'LW-2018-0001', receiptedOn: today });
  const { rows } = await world.sql.query('select receipt_code_hash as kept from funds.gift where id = $1', [id]);
  expect(rows[0].kept).toBe(hashOf(data.issueGiftReceipt.code));
  expect((await receipt()).codes).toEqual(['GIFT_RECEIPTED']);
  const donor = 'query($id: ID!) { gift(id: $id) { donorName anonymous } }';
  expect((await world.get(officer(), donor, { id })).gift).toEqual({ donorName: '王小明', anonymous: true });
  expect((await world.get(world.as('auditor'), donor, { id })).gift.donorName).toBe('王**');
  const [lot] = accepted.lots;
  const owned = (sql: string) => constraintOf(world.owner.query(sql, [lot.id]));
  expect(
    await owned(
      `update funds.allotment set state = 'withdrawn' where id = (select allotment_id from funds.allotment_line where id = $1)`,
    ),
  ).toBe('gift_lot_whole');
  expect(
    await owned(`insert into funds.authority_change (id, lot_id, kind, amount, document_number, reason, region_id, path, drafted_by)
      select gen_random_uuid(), id, 'add', 100, '追加', '追加', region_id, path, gen_random_uuid() from funds.allotment_line where id = $1`),
  ).toBe('gift_lot_whole');
  expect(
    await constraintOf(world.owner.query(`update funds.gift set accepted_by = recorded_by where id = $1`, [id])),
  ).toBe('gift_four_eyes');
  expect(
    await constraintOf(
      world.owner.query(
        `insert into funds.gift (id, fund_id, number, kind, donor_kind, donor_name, anonymous, voluntary, promised, promised_on, recorded_by, region_id, path, receipt_number)
      select gen_random_uuid(), fund_id, 'X-1', kind, donor_kind, donor_name, false, true, 1, promised_on, recorded_by, region_id, path, 'N-1' from funds.gift where id = $1`,
        [id],
      ),
    ),
  ).toMatch(/^gift_receipt_/);
}, 60_000);

test('goods are counted, valued and told to the others in the transaction of their acceptance', async () => {
  const { found, promise, arrive, accept } = charity();
  const fundId = await found();
  const kept = world.regionId('371202');
  const id = await promise(fundId, { kind: 'goods', keptRegionId: kept, amount: '500.00' });
  const item = {
    good: '棉被',
    unit: '床',
    quantity: 40,
    value: '3200.00',
    valuedBy: 'appraisal',
    valuationDocument: '评〔2018〕3号',
  };
  const bad = { giftId: id, arrivedOn: today, voucher: '送货单1' };
  expect((await world.ask(officer(), ARRIVE, { input: bad })).codes).toEqual(['INVALID_INPUT']);
  expect((await world.ask(officer(), ARRIVE, { input: { ...bad, items: [{ ...item, quantity: 0 }] } })).codes).toEqual([
    'INVALID_INPUT',
  ]);
  const arrived = await arrive(id, { items: [item, { ...item, good: '食用油', quantity: 10, value: '600.00' }] });
  expect(arrived).toMatchObject({ received: '3800.00' });
  expect((await accept(id)).lots).toEqual([]);
  const { rows } = await world.sql.query(
    `select body from funds.outbox_event where kind = 'goods-accepted' and body ->> 'giftId' = $1 order by epoch`,
    [id],
  );
  expect(rows.map(({ body }) => body)).toContainEqual(
    expect.objectContaining({
      good: '棉被',
      unit: '床',
      quantity: 40,
      value: '320000',
      donorName: '莱芜钢铁集团',
      regionId: kept,
    }),
  );
}, 60_000);
