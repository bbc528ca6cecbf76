// Money that comes back goes to the lot that paid it; notices are approved by another; assessments asks how much was spent.
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { liveDisbursed } from '../../bench/dashboard/live-sums';
import { REGION_DISBURSED } from '../../services/funds/disbursement/region-funds.query';
import { checkLedger } from '../../services/funds/ledger/check-ledger';
import { ORDER, type Steps, stepsOf } from './funds-steps';
import { runNotice } from './notice-steps';
import { type FundsOnly, openFunds } from './open-funds';

let world: FundsOnly;
let steps: Steps;
beforeAll(async () => {
  world = await openFunds({ households: 120, people: 200 });
  steps = stepsOf(world);
}, 120_000);
afterAll(() => world?.close());

test('a return goes to the lot that paid; its journal is reversed once, and the reversal never', async () => {
  const made = await steps.apply(['80.00', '20.00']);
  await world.get(world.as('city-director'), `mutation($id: ID!) { approveDisbursement(id: $id) { id } }`, {
    id: made.id,
  });
  await runNotice(world.sql, made.id);
  const finance = world.as('city-finance');
  await world.get(finance, ORDER, { id: made.id, key: steps.key() });
  await world.get(
    finance,
    `mutation($id: ID!, $key: String!) { payDisbursement(id: $id, idempotencyKey: $key) { id } }`,
    { id: made.id, key: steps.key() },
  );
  const balance = async () =>
    (
      await world.get(
        finance,
        `query($id: ID!) { disbursement(id: $id) { state returned lot { balance { available paid } } lines { edges { node { id amount returned journals { id kind } } } } journals { id kind } } }`,
        { id: made.id },
      )
    ).disbursement;
  const before = await balance();
  const lineId = before.lines.edges.find(({ node }: { node: { amount: string } }) => node.amount === '80.00').node.id;
  const back = `mutation($line: ID!, $key: String!, $amount: Money) { returnPayment(lineId: $line, reason: "账号有误", idempotencyKey: $key, amount: $amount) { returned } }`;
  expect((await world.ask(finance, back, { line: lineId, key: steps.key(), amount: '80.01' })).codes).toEqual([
    'RETURN_TOO_LARGE',
  ]);
  expect(
    (await world.get(finance, back, { line: lineId, key: steps.key(), amount: '30.00' })).returnPayment.returned,
  ).toBe('30.00');
  expect((await world.get(finance, back, { line: lineId, key: steps.key() })).returnPayment.returned).toBe('80.00');
  expect((await world.ask(finance, back, { line: lineId, key: steps.key() })).codes).toEqual(['RETURN_TOO_LARGE']);
  const after = await balance();
  expect(after.state).toBe('partReturned');
  const fen = (text: string) => BigInt(text.replace('.', ''));
  expect(fen(after.lot.balance.available) - fen(before.lot.balance.available)).toBe(8_000n);
  const lineOf = after.lines.edges.find(({ node }: { node: { id: string } }) => node.id === lineId).node;
  const returned = lineOf.journals.filter(({ kind }: { kind: string }) => kind === 'return');
  const reverse = `mutation($id: ID!, $key: String!) { reverseJournal(id: $id, reason: "误记退回", idempotencyKey: $key) { id kind reverses { id reversedBy { kind } } } }`;
  const undone = (await world.get(finance, reverse, { id: returned[1].id, key: steps.key() })).reverseJournal;
  expect(undone).toMatchObject({ kind: 'reverse', reverses: { id: returned[1].id, reversedBy: { kind: 'reverse' } } });
  expect((await world.ask(finance, reverse, { id: returned[1].id, key: steps.key() })).codes).toEqual([
    'JOURNAL_REVERSED',
  ]);
  expect((await world.ask(finance, reverse, { id: undone.id, key: steps.key() })).codes).toEqual([
    'JOURNAL_NOT_REVERSIBLE',
  ]);
  const pay = after.journals.find(({ kind }: { kind: string }) => kind === 'pay');
  expect((await world.ask(finance, reverse, { id: pay.id, key: steps.key() })).codes).toEqual([
    'JOURNAL_NOT_REVERSIBLE',
  ]);
  expect((await balance()).returned).toBe('30.00');
  expect(await checkLedger(world.sql)).toEqual([]);
});

test('a notice is drafted by one and approved by another; before, its money does not exist', async () => {
  const draft = `mutation($input: DraftAllotmentInput!, $key: String!) { draftAllotment(input: $input, idempotencyKey: $key) { id state lines { amount region { id } balance { available } } } }`;
  const input = {
    number: `莱财农指〔2018〕${99}号（拟）`,
    issuedOn: '2018-11-20',
    sourceLevel: 'city',
    purpose: 'industry-support',
    lines: [{ regionId: steps.kouzhen(), amount: '5000.00' }],
  };
  const made = (await world.get(world.as('city-officer'), draft, { input, key: steps.key() })).draftAllotment;
  expect(made.lines).toEqual([{ amount: '5000.00', region: { id: steps.kouzhen() }, balance: { available: '0.00' } }]);
  expect((await world.ask(world.as('city-officer'), draft, { input, key: steps.key() })).codes).toEqual([
    'ALLOTMENT_NUMBER_TAKEN',
  ]);
  const approve = `mutation($id: ID!, $key: String!) { approveAllotment(id: $id, idempotencyKey: $key) { state lines { balance { available } } } }`;
  const self = world.as('city-finance', { personId: world.as('city-officer').personId });
  expect((await world.ask(self, approve, { id: made.id, key: steps.key() })).codes).toEqual(['ALLOTMENT_FOUR_EYES']);
  expect(
    (await world.get(world.as('city-finance'), approve, { id: made.id, key: steps.key() })).approveAllotment,
  ).toEqual({
    state: 'issued',
    lines: [{ balance: { available: '5000.00' } }],
  });
  const seen = `{ allotments(first: 200) { edges { node { id lines { id } } } } }`;
  const inTown = (await world.get(world.as('town-kouzhen'), seen)).allotments.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );
  expect(inTown).toContain(made.id);
  const beside = (await world.get(world.as('zone-xueye'), seen)).allotments.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );
  expect(beside).not.toContain(made.id);
  const finance = world.as('city-finance');
  const journals = `query($id: ID!) { allotment(id: $id) { state journals { id kind } lines { balance { available } } } }`;
  const issued = (await world.get(finance, journals, { id: made.id })).allotment;
  expect(issued.journals.map(({ kind }: { kind: string }) => kind)).toEqual(['allot']);
  const reverse = `mutation($id: ID!, $key: String!) { reverseJournal(id: $id, reason: "文号有误", idempotencyKey: $key) { kind } }`;
  await world.get(finance, reverse, { id: issued.journals[0].id, key: steps.key() });
  expect((await world.get(finance, journals, { id: made.id })).allotment).toMatchObject({
    state: 'withdrawn',
    lines: [{ balance: { available: '0.00' } }],
  });
  const spent = await world.sql.query(`select j.id from funds.journal j join funds.allotment a on a.id = j.allotment_id
    where j.kind = 'allot' and a.state = 'issued' and a.source_level = 'central'`);
  expect((await world.ask(finance, reverse, { id: spent.rows[0].id, key: steps.key() })).codes).toEqual([
    'ALLOTMENT_SPENT',
  ]);
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
  const sum = executionFacts.reduce(
    (fen: bigint, { approved }: { approved: string }) => fen + BigInt(approved.replace('.', '')),
    0n,
  );
  expect(sum).toBe(BigInt(rows[0].fen));
  const own = await world.get({ ...world.as('town-kouzhen'), service: 'assessments' }, ask, { ids: towns });
  expect(own.executionFacts.map(({ regionId }: { regionId: string }) => regionId)).toEqual([steps.kouzhen()]);
});

test('what a quarter disbursed is kept by village, and is what the lines say, in and out of scope', async () => {
  const regions = world.city.regions.filter(({ kind }) => kind !== 'province');
  const [ids, los] = [regions.map(({ id }) => id), regions.map(({ path }) => path)];
  const { rows: days } = await world.sql.query<{ quarter: string; from: string; until: string }>(
    `select distinct to_char(paid_on, 'YYYY"Q"Q') as quarter, date_trunc('quarter', paid_on)::date::text as from,
       (date_trunc('quarter', paid_on) + interval '3 months')::date::text as until from funds.disbursement_line where paid_on is not null order by 1`,
  );
  expect(days.length).toBeGreaterThan(1);
  for (const { quarter, from, until } of days) {
    const his = los.map((path) => `${path.slice(0, -1)}0`);
    const live = (await world.sql.query(liveDisbursed, [ids, los, his, from, until])).rows;
    const asked = ids.flatMap((id) => parseQuarter(quarter).months.map((month) => ({ id, month })));
    const kept = (
      await world.sql.query(REGION_DISBURSED, [
        ...[asked.map(({ id }) => id), asked.map(() => quarter), asked.map(({ month }) => month)],
        ...['', '1'],
      ])
    ).rows;
    const told = new Map(kept.map(({ key, paid, returned, lines }) => [key.split(' ')[0], { paid, returned, lines }]));
    for (const { id, ...sums } of live) expect(told.get(id)).toEqual(sums);
  }
  const DISBURSED = `query($id: [_Any!]!) { _entities(representations: $id) { ... on Region { disbursed(quarter: "2018Q1") { paid lines } } } }`;
  const city = regions.find(({ kind }) => kind === 'city')?.id;
  const ask = (account: string, id: string | undefined) =>
    world.ask(world.as(account), DISBURSED, { id: [{ __typename: 'Region', id }] });
  expect((await ask('city-director', city)).data._entities[0].disbursed.lines).toBeGreaterThan(0);
  expect((await ask('town-kouzhen', city)).codes).toEqual(['OUT_OF_SCOPE']);
});
