// A disbursement through the graph: three people, four levels of sight, and money that is always in exactly one place.
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
beforeAll(async () => {
  world = await openFunds({ households: 340, people: 520 });
}, 120_000);
afterAll(() => world?.close());

const APPLY = `mutation($input: ApplyDisbursementInput!, $key: String!) {
  applyDisbursement(input: $input, idempotencyKey: $key) { id state total lineCount appliedBy { id } lot { id balance { available reserved paid } } }
}`;
const FUNDS = `query($id: [_Any!]!, $year: Int!) { _entities(representations: $id) { ... on Region { funds(year: $year) { allotted available reserved paid returned lines } } } }`;

const kouzhen = () => world.regionId('371202100');
const villages = () => new Set(world.city.regions.filter(({ parentId }) => parentId === kouzhen()).map(({ id }) => id));
const townHouseholds = () => world.city.households.filter(({ regionId }) => villages().has(regionId));
const townLot = async () => {
  const { rows } = await world.sql.query<{ id: string; purpose: string; available: bigint }>(
    `select l.id, l.purpose, b.amount::bigint as available from funds.allotment_line l join funds.balance b on b.lot_id = l.id and b.account = 'available'
     where l.region_id = $1 order by b.amount desc limit 1`,
    [kouzhen()],
  );
  return rows[0] as { id: string; purpose: string; available: bigint };
};
async function application(amounts: string[]) {
  const lot = await townLot();
  const lines = townHouseholds()
    .slice(0, amounts.length)
    .map(({ id }, at) => ({ householdId: id, amount: amounts[at] }));
  return { allotmentLineId: lot.id, purpose: lot.purpose, documentNumber: '口政发〔2018〕9号（拟）', lines };
}
let keys = 0;
const key = () => `funds-test-${++keys}`;
const apply = async (amounts: string[]) =>
  (await world.get(world.as('town-kouzhen'), APPLY, { input: await application(amounts), key: key() })).applyDisbursement;
const fundsOf = async (account: string, regionId: string, year = 2018) => {
  const variables = { id: [{ __typename: 'Region', id: regionId }], year };
  const { data, codes } = await world.ask(world.as(account), FUNDS, variables);
  return { sums: data?._entities[0]?.funds ?? null, codes };
};

test('the loaded city stands on balanced books', async () => {
  expect(await checkLedger(world.sql)).toEqual([]);
  const total = [...world.city.payments()].reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const { sums } = await fundsOf('city-director', world.regionId('371200'));
  expect(BigInt(String(sums.paid).replace('.', ''))).toBe(total);
  expect(sums.lines).toBe([...world.city.payments()].length);
});

test('applied, approved and paid by three people; every level sums the same', async () => {
  const before = await fundsOf('town-kouzhen', kouzhen());
  const made = await apply(['120.50', '79.50']);
  expect(made).toMatchObject({ state: 'applied', total: '200.00', lineCount: 2 });
  const approve = `mutation($id: ID!) { approveDisbursement(id: $id) { state approvedBy { id } } }`;
  expect((await world.get(world.as('city-director'), approve, { id: made.id })).approveDisbursement.state).toBe('approved');
  const pay = `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { state journals { kind postings { account amount lot { id } } } lines { edges { node { id payee card amount household { id } } } } } }`;
  const paid = (await world.get(world.as('city-finance'), pay, { id: made.id, key: key() })).payDisbursement;
  expect(paid.state).toBe('paid');
  expect(paid.journals.map(({ kind }: { kind: string }) => kind)).toEqual(['reserve', 'pay']);
  expect(paid.journals[1].postings).toEqual([
    { account: 'paid', amount: '200.00', lot: { id: made.lot.id } },
    { account: 'reserved', amount: '-200.00', lot: { id: made.lot.id } },
  ]);
  const after = await fundsOf('town-kouzhen', kouzhen());
  const fen = (text: string) => BigInt(text.replace('.', ''));
  expect(fen(after.sums.paid) - fen(before.sums.paid)).toBe(20_000n);
  expect(fen(before.sums.available) - fen(after.sums.available)).toBe(20_000n);
  expect(after.sums.lines - before.sums.lines).toBe(2);
  const towns = world.city.regions.filter(({ parentId }) => parentId === world.regionId('371202'));
  let below = 0n;
  for (const town of towns) below += fen((await fundsOf('city-director', town.id)).sums.paid);
  expect(fen((await fundsOf('district-laicheng', world.regionId('371202'))).sums.paid)).toBe(below);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a region beyond the scope gives no sum, and its disbursements do not exist', async () => {
  expect(await fundsOf('town-kouzhen', world.regionId('371202'))).toEqual({ sums: null, codes: ['OUT_OF_SCOPE'] });
  const { rows } = await world.sql.query('select id from funds.disbursement where region_id <> $1 limit 1', [kouzhen()]);
  const foreign = rows[0].id as string;
  const one = `query($id: ID!) { disbursement(id: $id) { id } }`;
  expect(await world.ask(world.as('town-kouzhen'), one, { id: foreign })).toEqual({ data: { disbursement: null }, codes: [] });
  expect((await world.get(world.as('city-director'), one, { id: foreign })).disbursement.id).toBe(foreign);
  const withdraw = `mutation($id: ID!) { withdrawDisbursement(id: $id, reason: "不应成功") { id } }`;
  const hidden = await world.ask(world.as('town-kouzhen'), withdraw, { id: foreign });
  const absent = await world.ask(world.as('town-kouzhen'), withdraw, { id: '01890000-0000-7000-8000-000000000009' });
  expect([hidden.codes, absent.codes]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  const list = `{ disbursements(first: 200) { edges { node { region { id } } } } }`;
  const seen = (await world.get(world.as('town-kouzhen'), list)).disbursements.edges;
  expect(new Set(seen.map(({ node }: { node: { region: { id: string } } }) => node.region.id))).toEqual(new Set([kouzhen()]));
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
  const other = townHouseholds().find(({ id }) => !helper.pairedHouseholds.includes(id))?.id as string;
  expect((await world.get(helper, ask, of(other)))._entities[0]).toEqual({ paidTotal: '0.00', payments: [] });
  const audited = await world.get(world.as('auditor'), ask, of(other));
  expect(audited._entities[0].payments[0].payee).toMatch(/^.\*+$/);
  expect((await world.get(world.as('town-kouzhen'), ask, of(other)))._entities[0].payments[0].payee).not.toContain('*');
  expect((await world.ask(world.as('unit-health'), ask, of(other))).codes).toContain('FORBIDDEN');
});

test('more than the lot holds, another purpose, a foreign household, a household twice: refused, and nothing moved', async () => {
  const lot = await townLot();
  const town = world.as('town-kouzhen');
  const tried = async (change: (input: Awaited<ReturnType<typeof application>>) => void) => {
    const input = await application(['10.00']);
    change(input);
    return (await world.ask(town, APPLY, { input, key: key() })).codes;
  };
  expect(await tried((input) => Object.assign(input.lines[0] as object, { amount: '99999999.00' }))).toEqual(['LOT_INSUFFICIENT']);
  expect(await tried((input) => Object.assign(input, { purpose: 'vehicles' }))).toEqual(['PURPOSE_DIFFERS']);
  expect(await tried((input) => input.lines.push({ ...(input.lines[0] as { householdId: string; amount: string }) }))).toEqual(['HOUSEHOLD_REPEATED']);
  const foreign = world.city.households.find(({ regionId }) => !villages().has(regionId))?.id;
  expect(await tried((input) => Object.assign(input.lines[0] as object, { householdId: foreign }))).toEqual(['NOT_FOUND']);
  const { rows } = await world.sql.query('select id from funds.allotment_line where region_id <> $1 limit 1', [kouzhen()]);
  expect(await tried((input) => Object.assign(input, { allotmentLineId: rows[0].id }))).toEqual(['NOT_FOUND']);
  expect((await townLot()).available).toBe(lot.available);
  expect((await world.ask(world.as('village-kouzhen'), APPLY, { input: await application(['1.00']), key: key() })).codes).toEqual(['FORBIDDEN']);
});

test('fifty times the same key at once is one disbursement; another payload under it is refused', async () => {
  const input = await application(['33.00']);
  const same = key();
  const town = world.as('town-kouzhen');
  const answers = await Promise.all(Array.from({ length: 50 }, () => world.get(town, APPLY, { input, key: same })));
  expect(new Set(answers.map(({ applyDisbursement }) => applyDisbursement.id)).size).toBe(1);
  const other = { ...input, documentNumber: '口政发〔2018〕10号（拟）' };
  expect((await world.ask(town, APPLY, { input: other, key: same })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  const { rows } = await world.sql.query('select count(*)::int as n from funds.journal where disbursement_id = $1', [
    answers[0].applyDisbursement.id,
  ]);
  expect(rows[0].n).toBe(1);
});

test('a rejection releases the reservation, and the same person holds two posts in vain', async () => {
  const lot = await townLot();
  const made = await apply(['55.00']);
  const refuse = `mutation($id: ID!) { refuseDisbursement(id: $id, reason: "材料不全") { state reason } }`;
  const twoPosts = world.as('city-director', { personId: world.as('town-kouzhen').personId });
  expect((await world.ask(twoPosts, `mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, { id: made.id })).codes).toEqual(['FOUR_EYES']);
  expect((await world.get(world.as('city-director'), refuse, { id: made.id })).refuseDisbursement).toEqual({ state: 'rejected', reason: '材料不全' });
  expect((await world.ask(world.as('city-director'), refuse, { id: made.id })).codes).toEqual(['DISBURSEMENT_STATE']);
  expect((await townLot()).available).toBe(lot.available);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a return goes to the lot that paid; its journal is reversed once, and the reversal never', async () => {
  const made = await apply(['80.00', '20.00']);
  await world.get(world.as('city-director'), `mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, { id: made.id });
  const finance = world.as('city-finance');
  await world.get(finance, `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { id } }`, { id: made.id, key: key() });
  const balance = async () => (await world.get(finance, `query($id: ID!) { disbursement(id: $id) { state returned lot { balance { available paid } } lines { edges { node { id amount returned } } } journals { id kind } } }`, { id: made.id })).disbursement;
  const before = await balance();
  const lineId = before.lines.edges.find(({ node }: { node: { amount: string } }) => node.amount === '80.00').node.id;
  const back = `mutation($line: ID!, $key: String!, $amount: Money) { returnPayment(lineId: $line, reason: "账号有误", idempotencyKey: $key, amount: $amount) { returned } }`;
  expect((await world.ask(finance, back, { line: lineId, key: key(), amount: '80.01' })).codes).toEqual(['RETURN_TOO_LARGE']);
  expect((await world.get(finance, back, { line: lineId, key: key(), amount: '30.00' })).returnPayment.returned).toBe('30.00');
  expect((await world.get(finance, back, { line: lineId, key: key() })).returnPayment.returned).toBe('80.00');
  expect((await world.ask(finance, back, { line: lineId, key: key() })).codes).toEqual(['RETURN_TOO_LARGE']);
  const after = await balance();
  expect(after.state).toBe('partReturned');
  const fen = (text: string) => BigInt(text.replace('.', ''));
  expect(fen(after.lot.balance.available) - fen(before.lot.balance.available)).toBe(8_000n);
  const returned = after.journals.filter(({ kind }: { kind: string }) => kind === 'return');
  const reverse = `mutation($id: ID!, $key: String!) { reverseJournal(id: $id, reason: "误记退回", idempotencyKey: $key) { id kind reverses { id reversedBy { kind } } } }`;
  const undone = (await world.get(finance, reverse, { id: returned[1].id, key: key() })).reverseJournal;
  expect(undone).toMatchObject({ kind: 'reverse', reverses: { id: returned[1].id, reversedBy: { kind: 'reverse' } } });
  expect((await world.ask(finance, reverse, { id: returned[1].id, key: key() })).codes).toEqual(['JOURNAL_REVERSED']);
  expect((await world.ask(finance, reverse, { id: undone.id, key: key() })).codes).toEqual(['JOURNAL_NOT_REVERSIBLE']);
  const pay = after.journals.find(({ kind }: { kind: string }) => kind === 'pay');
  expect((await world.ask(finance, reverse, { id: pay.id, key: key() })).codes).toEqual(['JOURNAL_NOT_REVERSIBLE']);
  expect((await balance()).returned).toBe('30.00');
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a notice is drafted by one and approved by another; before, its money does not exist', async () => {
  const draft = `mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id state lines { amount region { id } balance { available } } } }`;
  const input = { number: `莱财农指〔2018〕${99}号（拟）`, issuedOn: '2018-11-20', sourceLevel: 'city', purpose: 'industry-support', lines: [{ regionId: kouzhen(), amount: '5000.00' }] };
  const made = (await world.get(world.as('city-officer'), draft, { input, key: key() })).draftAllotment;
  expect(made.lines).toEqual([{ amount: '5000.00', region: { id: kouzhen() }, balance: { available: '0.00' } }]);
  expect((await world.ask(world.as('city-officer'), draft, { input, key: key() })).codes).toEqual(['ALLOTMENT_NUMBER_TAKEN']);
  const approve = `mutation($id: ID!, $key: String!) { approveAllotment(id: $id, idempotencyKey: $key) { state lines { balance { available } } } }`;
  const self = world.as('city-finance', { personId: world.as('city-officer').personId });
  expect((await world.ask(self, approve, { id: made.id, key: key() })).codes).toEqual(['ALLOTMENT_FOUR_EYES']);
  expect((await world.get(world.as('city-finance'), approve, { id: made.id, key: key() })).approveAllotment).toEqual({ state: 'issued', lines: [{ balance: { available: '5000.00' } }] });
  const seen = `{ allotments(first: 200) { edges { node { id lines { id } } } } }`;
  const inTown = (await world.get(world.as('town-kouzhen'), seen)).allotments.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(inTown).toContain(made.id);
  const beside = (await world.get(world.as('zone-xueye'), seen)).allotments.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(beside).not.toContain(made.id);
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('assessments alone asks for the execution of a quarter, and gets it in the scope of the person', async () => {
  const ask = `query($ids: [ID!]!) { executionFacts(regionIds: $ids, quarter: "2018Q3") { regionId approved paid } }`;
  const towns = world.city.regions.filter(({ kind }) => kind === 'town').map(({ id }) => id);
  const assessor = world.as('city-assessor');
  expect((await world.ask(assessor, ask, { ids: towns })).codes).toEqual(['FORBIDDEN']);
  const { executionFacts } = await world.get({ ...assessor, service: 'assessments' }, ask, { ids: towns });
  expect(executionFacts.length).toBe(towns.length);
  const { rows } = await world.sql.query(
    `select sum(total)::bigint as fen from funds.disbursement where approved_on >= '2018-07-01' and approved_on < '2018-10-01'`,
  );
  const sum = executionFacts.reduce((fen: bigint, { approved }: { approved: string }) => fen + BigInt(approved.replace('.', '')), 0n);
  expect(sum).toBe(BigInt(rows[0].fen));
  const own = await world.get({ ...world.as('town-kouzhen'), service: 'assessments' }, ask, { ids: towns });
  expect(own.executionFacts.map(({ regionId }: { regionId: string }) => regionId)).toEqual([kouzhen()]);
});
