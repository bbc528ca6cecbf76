// Lights in the database: whatever role asks, nothing is repainted, nobody confirms alone, and only what is published is shown.
import { type AssessmentsDesk, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  const propose = (key: string) =>
    desk.ask(
      desk.as('city-assessor'),
      'mutation($k: String!) { proposeLights(quarter: "2018Q1", idempotencyKey: $k) { id } }',
      { k: key },
    );
  await propose('key-00001');
  const { codes } = await desk.ask(desk.as('city-director'), 'mutation { confirmLights(quarter: "2018Q1") { id } }');
  if (codes.length > 0) throw new Error(codes.join());
  await propose('key-00002');
});
afterAll(() => desk?.close());

test('the database itself refuses to repaint, to confirm alone, and to show what is not published', async () => {
  const city = desk.city.regions.find(({ kind }) => kind === 'city');
  const scope = { lo: city?.path ?? '', hi: `${city?.path.slice(0, -1)}0` };
  const open = await desk.under(
    'public',
    {},
    `select count(*)::int as lights, count(*) filter (where status <> 'confirmed')::int as hidden from assessments.light`,
  );
  expect(open).toEqual([{ lights: 26, hidden: 0 }]);
  expect(await desk.under('public', {}, `select count(*)::int as scores from assessments.score`)).toEqual([
    { scores: 26 },
  ]);
  for (const kind of ['paired', 'institution', 'own', 'issuer', 'unit', 'desk'] as const)
    await expect(desk.under(kind, scope, 'select 1 from assessments.light')).rejects.toMatchObject({ code: '42501' });
  expect(await desk.under('region', {}, 'select 1 from assessments.light')).toEqual([]);
  const tries: [string, string][] = [
    [`update assessments.light set colour = 'green' where status = 'confirmed'`, 'assessments_light_decided_once'],
    [`update assessments.light set colour = 'green' where status = 'proposed'`, 'assessments_light_decided_once'],
    [
      `update assessments.light set status = 'confirmed', confirmed_by = proposed_by, confirmed_at = now() where status = 'proposed'`,
      'light_four_eyes',
    ],
    [`update assessments.light set status = 'confirmed' where status = 'proposed'`, 'light_confirmed_whole'],
  ];
  for (const [statement, constraint] of tries)
    await expect(desk.under('region', scope, statement)).rejects.toMatchObject({ constraint });
  await expect(desk.sql.query('update assessments.score set score = null')).rejects.toMatchObject({
    constraint: 'assessments_score_append_only',
  });
});
