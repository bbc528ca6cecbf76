// The annual review through the graph: compiled from four sealed quarters, acknowledged by the organisation department, corrected by a signed addendum.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const seal = (quarter: string) =>
  desk.ask(desk.as('city-director'), `mutation { sealUnitResults(quarter: "${quarter}") { id } }`);
const compile = (account: string) =>
  desk.ask(
    desk.as(account),
    'mutation { compileAnnualReviews(year: 2018) { id score points weightPercent contentHash unit { id } } }',
  );
const acknowledge = (id: string, account: string, change = {}) =>
  desk.ask(
    desk.as(account, change),
    'mutation($id: ID!) { acknowledgeAnnualReview(id: $id) { acknowledgedBy { id } } }',
    { id },
  );
const LIST = '{ annualReviews(year: 2018) { id score acknowledgedAt addenda { correctedScore signedBy { id } } } }';

test('four sealed quarters make one review a unit, once; the organisation department acknowledges it', async () => {
  expect((await compile('city-director')).codes).toEqual(['FORBIDDEN']);
  expect((await compile('city-assessor')).codes).toEqual(['QUARTERS_NOT_SEALED']);
  for (const quarter of ['2018Q1', '2018Q2', '2018Q3']) expect((await seal(quarter)).codes).toEqual([]);
  expect((await compile('city-assessor')).codes).toEqual(['QUARTERS_NOT_SEALED']);
  await seal('2018Q4');
  const { data, codes } = await compile('city-assessor');
  expect(codes).toEqual([]);
  expect(data.compileAnnualReviews).toHaveLength(41);
  expect((await compile('city-assessor')).codes).toEqual(['ANNUAL_REVIEW_COMPILED']);
  const health = data.compileAnnualReviews.find((each: Data) => each.unit.id === desk.as('unit-health').unitId);
  const { rows } = await desk.sql.query(
    'select avg(score::numeric) as mean from assessments.unit_result where unit_id = $1',
    [health.unit.id],
  );
  expect(Number(health.score)).toBeCloseTo(Number(rows[0].mean), 2);
  expect(Number(health.points)).toBeCloseTo(Number(health.score) * 0.2, 2);

  expect((await acknowledge(health.id, 'unit-health')).codes).toEqual(['FORBIDDEN']);
  const compiler = desk.as('city-assessor').personId;
  expect((await acknowledge(health.id, 'org-department', { personId: compiler })).codes).toEqual(['REVIEW_FOUR_EYES']);
  expect((await acknowledge(health.id, 'org-department')).data.acknowledgeAnnualReview).toEqual({
    acknowledgedBy: { id: desk.as('org-department').personId },
  });
  expect((await acknowledge(health.id, 'org-department')).codes).toEqual(['ACKNOWLEDGED_ALREADY']);
  expect((await desk.ask(desk.as('town-kouzhen'), LIST)).codes).toEqual(['FORBIDDEN']);
  expect((await desk.ask(desk.as('org-department'), LIST)).data.annualReviews).toHaveLength(41);
});

test('a sealed review never changes; an addendum counts when another person has signed it', async () => {
  const reviews = (await desk.ask(desk.as('org-department'), LIST)).data.annualReviews;
  const done = reviews.find(({ acknowledgedAt }: Data) => acknowledgedAt !== null);
  const open = reviews.find(({ acknowledgedAt }: Data) => acknowledgedAt === null);
  const write = (id: string, score = '80.00') =>
    desk.ask(
      desk.as('city-assessor'),
      'mutation($id: ID!, $s: String!) { writeAnnualAddendum(reviewId: $id, correctedScore: $s, reason: "复核后更正") { id } }',
      { id, s: score },
    );
  expect((await write(open.id)).codes).toEqual(['NOT_ACKNOWLEDGED']);
  expect((await write(done.id, '101.00')).codes).toEqual(['SCORE_ILL_FORMED']);
  const { id } = (await write(done.id)).data.writeAnnualAddendum;
  const shown = async (account: string) =>
    (await desk.ask(desk.as(account), LIST)).data.annualReviews.find((each: Data) => each.id === done.id).addenda;
  expect(await shown('org-department')).toEqual([]);
  const sign = (change = {}) =>
    desk.ask(desk.as('city-director', change), 'mutation($id: ID!) { signAnnualAddendum(id: $id) { id } }', { id });
  expect((await sign({ personId: desk.as('city-assessor').personId })).codes).toEqual(['REVIEW_FOUR_EYES']);
  expect((await sign()).codes).toEqual([]);
  expect((await sign()).codes).toEqual(['ADDENDUM_SIGNED']);
  expect(await shown('org-department')).toEqual([
    { correctedScore: '80.00', signedBy: { id: desk.as('city-director').personId } },
  ]);

  const path = desk.city.regions.find(({ kind }) => kind === 'city')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  const tries: [string, string][] = [
    [
      `update assessments.annual_review set score = '99.00' where acknowledged_at is null`,
      'assessments_annual_review_decided_once',
    ],
    [
      `update assessments.annual_review set acknowledged_by = compiled_by, acknowledged_at = now() where acknowledged_at is null`,
      'annual_review_four_eyes',
    ],
  ];
  for (const [statement, constraint] of tries)
    await expect(desk.under('unit', scope, statement)).rejects.toMatchObject({ constraint });
  await expect(desk.under('region', scope, 'update assessments.annual_review set score = null')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    desk.sql.query(`update assessments.annual_addendum set corrected_score = '99.00'`),
  ).rejects.toMatchObject({
    constraint: 'assessments_annual_addendum_decided_once',
  });
});
