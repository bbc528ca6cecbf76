// A disbursement through the graph: three people, four levels of sight, and money that is always in exactly one place.
import { cardBatches } from '../../data/generate/card-batches';
import { postedBatches } from '../../data/generate/posted-batches';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { ORDER, type Steps, stepsOf } from './funds-steps';
import { runNotice } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 340, people: 520 });
  steps = stepsOf(world);
}, 120_000);
afterAll(() => world?.close());

test('the loaded city stands on balanced books', async () => {
  expect(await checkLedger(world.sql)).toEqual([]);
  const byCard = cardBatches(world.city, postedBatches(world.city)).flatMap(({ lines, failed }) =>
    lines.filter((_, at) => at !== failed).map(({ fen }) => fen),
  );
  const paid = [...[...world.city.payments()].map(({ amountFen }) => amountFen), ...byCard];
  const total = paid.reduce((sum, fen) => sum + fen, 0n);
  const { sums } = await steps.fundsOf('city-director', world.regionId('371200'));
  expect(BigInt(String(sums.paid).replace('.', ''))).toBe(total);
  expect(sums.lines).toBe(paid.length);
});

test('applied, approved and paid by three people; every level sums the same', async () => {
  const before = await steps.fundsOf('town-kouzhen', steps.kouzhen());
  const made = await steps.apply(['120.50', '79.50']);
  expect(made).toMatchObject({ state: 'applied', total: '200.00', lineCount: 2 });
  const approve = `mutation($id: ID!) { approveDisbursement(id: $id) { state approvedBy { id } } }`;
  expect((await world.get(world.as('city-director'), approve, { id: made.id })).approveDisbursement.state).toBe(
    'approved',
  );
  const pay = `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { state journals { kind postings { account amount lot { id } } } lines { edges { node { id payee card amount household { id } } } } } }`;
  const order = () => world.ask(world.as('city-finance'), ORDER, { id: made.id, key: steps.key() });
  expect((await order()).codes).toEqual(['NOTICE_NOT_CLEARED']);
  await runNotice(world.sql, made.id);
  expect((await world.ask(world.as('city-finance'), pay, { id: made.id, key: steps.key() })).codes).toEqual([
    'DISBURSEMENT_STATE',
  ]);
  expect((await order()).data.issuePaymentOrder).toMatchObject({
    state: 'ordered',
    paymentOrders: [{ amount: '200.00', lineCount: 2 }],
  });
  const paid = (await world.get(world.as('city-finance'), pay, { id: made.id, key: steps.key() })).payDisbursement;
  expect(paid.state).toBe('paid');
  expect(paid.journals.map(({ kind }: { kind: string }) => kind)).toEqual(['reserve', 'pay']);
  expect(paid.journals[1].postings).toEqual([
    { account: 'cashHeld', amount: '-200.00', lot: { id: made.lot.id } },
    { account: 'cashPaid', amount: '200.00', lot: { id: made.lot.id } },
    { account: 'paid', amount: '200.00', lot: { id: made.lot.id } },
    { account: 'reserved', amount: '-200.00', lot: { id: made.lot.id } },
  ]);
  const after = await steps.fundsOf('town-kouzhen', steps.kouzhen());
  const fen = (text: string) => BigInt(text.replace('.', ''));
  expect(fen(after.sums.paid) - fen(before.sums.paid)).toBe(20_000n);
  expect(fen(before.sums.available) - fen(after.sums.available)).toBe(20_000n);
  expect(after.sums.lines - before.sums.lines).toBe(2);
  const towns = world.city.regions.filter(({ parentId }) => parentId === world.regionId('371202'));
  let below = 0n;
  for (const town of towns) below += fen((await steps.fundsOf('city-director', town.id)).sums.paid);
  expect(fen((await steps.fundsOf('district-laicheng', world.regionId('371202'))).sums.paid)).toBe(below);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a region beyond the scope gives no sum, and its disbursements do not exist', async () => {
  expect(await steps.fundsOf('town-kouzhen', world.regionId('371202'))).toEqual({
    sums: null,
    codes: ['OUT_OF_SCOPE'],
  });
  const { rows } = await world.sql.query('select id from funds.disbursement where region_id <> $1 limit 1', [
    steps.kouzhen(),
  ]);
  const foreign = rows[0].id as string;
  const one = `query($id: ID!) { disbursement(id: $id) { id } }`;
  expect(await world.ask(world.as('town-kouzhen'), one, { id: foreign })).toEqual({
    data: { disbursement: null },
    codes: [],
  });
  expect((await world.get(world.as('city-director'), one, { id: foreign })).disbursement.id).toBe(foreign);
  const withdraw = `mutation($id: ID!) { withdrawDisbursement(id: $id, reason: "不应成功") { id } }`;
  const hidden = await world.ask(world.as('town-kouzhen'), withdraw, { id: foreign });
  const absent = await world.ask(world.as('town-kouzhen'), withdraw, { id: '01890000-0000-7000-8000-000000000009' });
  expect([hidden.codes, absent.codes]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  const list = `{ disbursements(first: 200) { edges { node { region { id } } } } }`;
  const seen = (await world.get(world.as('town-kouzhen'), list)).disbursements.edges;
  expect(new Set(seen.map(({ node }: { node: { region: { id: string } } }) => node.region.id))).toEqual(
    new Set([steps.kouzhen()]),
  );
});

test('a helper sees the payments of paired households alone; an auditor sees payees masked', async () => {
  const helper = world.as('helper-kouzhen');
  const ask = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Household { paidTotal(year: 2018) payments(year: 2018) { payee amount } } } }`;
  const of = (id: string) => ({ id: [{ __typename: 'Household', id }] });
  const mine = await world.get(helper, ask, of(helper.pairedHouseholds[0] as string));
  expect(mine._entities[0].payments.length).toBeGreaterThanOrEqual(4);
  const batch = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Household { payments(year: 2018) { disbursement { id } } } } }`;
  const denied = await world.ask(helper, batch, of(helper.pairedHouseholds[0] as string));
  expect(denied.data._entities[0].payments[0].disbursement).toBeNull();
  expect(new Set(denied.codes)).toEqual(new Set(['FORBIDDEN']));
  const other = steps.townHouseholds().find(({ id }) => !helper.pairedHouseholds.includes(id))?.id as string;
  expect((await world.get(helper, ask, of(other)))._entities[0]).toEqual({ paidTotal: '0.00', payments: [] });
  const audited = await world.get(world.as('auditor'), ask, of(other));
  expect(audited._entities[0].payments[0].payee).toMatch(/^.\*+$/);
  expect((await world.get(world.as('town-kouzhen'), ask, of(other)))._entities[0].payments[0].payee).not.toContain('*');
  expect((await world.ask(world.as('unit-health'), ask, of(other))).codes).toContain('FORBIDDEN');
});
