// A letter's score through the whole graph: meetings, visits and fund reports of three services, one figure, and what one report changes.
import { scoreLetter } from '../../services/organisation/letter/letter-score.rules';
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

type Answer = ReturnType<typeof JSON.parse>;

let world: World;
let district: GraphClient;
let finance: GraphClient;
let regionId: string;
beforeAll(async () => {
  world = await openWorld();
  district = await world.as('district-laicheng');
  finance = await world.as('city-finance');
  regionId = world.city.regions.find(({ code }) => code === '371202')?.id as string;
}, 60_000);
afterAll(() => world?.close());

const counts = '{ owed fulfilled late due overdue exempt }';
const whole = `query($code: String!, $period: String!) { regionByCode(code: $code) { name
  visitObligations(period: $period) { counts ${counts} } meetingObligations(period: $period) { counts ${counts} }
  reportObligations(period: $period) { counts ${counts} lines { line counts ${counts} } overdue { edges { node { turn dueBy overdueSince region { name } } } } }
  responsibilityLetters(year: 2018) { state duties { duty weight lines } score { total duties { duty share points formula facts { line counts ${counts} } } } } } }`;
const ask = async (client: GraphClient, code = '371202'): Promise<Answer> =>
  (await client.get<Answer>(whole, { code, period: '2018' })).regionByCode;

test('one query tells what a district owes in three services, and the letter’s score comes from these', async () => {
  const region = await ask(district);
  expect(region.reportObligations.counts).toMatchObject({ owed: 11, fulfilled: 0, late: 0, overdue: 11 });
  expect(region.reportObligations.overdue.edges[0].node).toMatchObject({
    turn: '2018-01',
    dueBy: '2018-02-05',
    overdueSince: '2018-02-06',
    region: { name: region.name },
  });
  const [letter] = region.responsibilityLetters;
  const facts = new Map<string, object>();
  for (const duty of letter.score.duties) for (const fact of duty.facts) facts.set(fact.line, fact);
  expect([...facts.keys()].sort()).toEqual([
    'big-visit-quarterly',
    'first-secretary-on-site',
    'fund-report-monthly',
    'household-visit-monthly',
    'leading-group-monthly',
    'study-weekly',
    'work-team-on-site',
  ]);
  const visits = facts.get('household-visit-monthly') as { counts: object };
  expect(visits.counts).toEqual(region.visitObligations.counts);
  const expected = scoreLetter(letter.duties, [...facts.values()] as never, '0.5');
  expect(letter.score.total).toBe(expected.total);
  expect(Number(letter.score.total)).toBeGreaterThan(0);
});

const report = `mutation($regionId: ID!, $month: String!) { reportFunds(regionId: $regionId, month: $month, note: "按账面报送") {
  id month allotted paid confirmedAt } }`;
const confirm = 'mutation($id: ID!) { confirmFundReport(id: $id) { id confirmedBy { id } } }';
const coded = async (client: GraphClient, query: string, variables: object): Promise<string | undefined> => {
  const { errors } = (await client.ask(query, variables as Record<string, unknown>)) as Answer;
  return errors?.[0]?.extensions?.code;
};

test('a fund report counts once another person confirmed it, as late when it came late, and changes its own duty alone', async () => {
  const before = await ask(district);
  expect(await coded(finance, report, { regionId, month: '2018-05' })).toBe('FORBIDDEN');
  expect(await coded(district, report, { regionId, month: '2099-05' })).toBe('FUND_REPORT_TOO_EARLY');
  expect(await coded(await world.as('district-gangcheng'), report, { regionId, month: '2018-05' })).toBe(
    'FUND_REPORT_NOT_YOURS',
  );
  const { reportFunds } = await district.get<Answer>(report, { regionId, month: '2018-05' });
  const sums = await district.get<Answer>(
    'query($id: ID!) { region(id: $id) { funds(year: 2018) { allotted paid } } }',
    { id: regionId },
  );
  expect(reportFunds).toMatchObject({ ...sums.region.funds, confirmedAt: null });
  expect(await coded(district, report, { regionId, month: '2018-05' })).toBe('FUND_REPORT_MADE');
  expect(await coded(district, confirm, { id: reportFunds.id })).toBe('FUND_REPORT_OWN');
  expect((await ask(district)).reportObligations).toEqual(before.reportObligations);
  await finance.get(confirm, { id: reportFunds.id });
  expect(await coded(finance, confirm, { id: reportFunds.id })).toBe('FUND_REPORT_CONFIRMED');

  const after = await ask(district);
  expect(after.reportObligations.counts).toMatchObject({ owed: 11, late: 1, overdue: 10 });
  const dutiesOf = (region: Answer) => region.responsibilityLetters[0].score.duties;
  for (const [at, duty] of dutiesOf(after).entries())
    if (duty.duty === 'keep-funds-safe') expect(duty.formula).toBe('fund-report-monthly (0 + 0.5 × 1)/11');
    else expect(duty).toEqual(dutiesOf(before)[at]);
  await expect(
    world.sql.query(`update funds.fund_report set paid = 0 where id = $1`, [reportFunds.id]),
  ).rejects.toMatchObject({ constraint: 'fund_report_decided_once' });
});

test('an exemption from a report is decided by the city’s finance, and the month is owed no more', async () => {
  const input = { subjectId: regionId, line: 'fund-report-monthly', from: '2018-04-01', reason: '系统切换' };
  const request = 'mutation($input: ExemptionInput!) { requestReportExemption(input: $input) { id dueBy } }';
  const { requestReportExemption } = await district.get<Answer>(request, { input });
  expect(requestReportExemption.dueBy).toBe('2018-04-05');
  const approve = 'mutation($id: ID!) { approveReportExemption(id: $id) { outcome region { name } } }';
  expect(await coded(district, approve, { id: requestReportExemption.id })).toBe('FORBIDDEN');
  const { approveReportExemption } = await finance.get<Answer>(approve, { id: requestReportExemption.id });
  expect(approveReportExemption.outcome).toBe('approved');
  expect((await ask(district)).reportObligations.counts).toMatchObject({ owed: 10, exempt: 1 });
});

test('what other services are told of letters and obligations nobody can ask for', async () => {
  for (const query of [
    '{ letterBindings(years: [2018]) { regionId } }',
    '{ visitObligationFacts(regionIds: [], period: "2018") { line } }',
  ])
    expect(await coded(finance, query, {})).toBe('GRAPHQL_VALIDATION_FAILED');
});
