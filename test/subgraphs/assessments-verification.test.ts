// What is reported as done is verified on the spot before it is confirmed: three people of three units, in the rules and in the database.
import { type AssessmentsDesk, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
});
afterAll(() => desk?.close());

const EVIDENCE = '01890000-0000-7000-8000-0000000000e1';
const act = (account: string, field: string, id: string, more = '') =>
  desk.ask(desk.as(account), `mutation { ${field}(id: "${id}"${more}) { verifiedAt outcome verifiedBy { id } } }`);

test('100 % is reported with evidence, verified by the inspector, confirmed by the assessor', async () => {
  const unit = desk.as('unit-health');
  const task = desk.city.unitTasks.find(({ unitId }) => unitId === unit.unitId);
  await desk.sql.query(
    `insert into assessments.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, repeat('a', 64), 'png', 9, '现场.png', $2, now())`,
    [EVIDENCE, unit.personId],
  );
  const made = await desk.ask(
    unit,
    'mutation($i: ReportProgressInput!) { reportProgress(input: $i) { id task { checklist { issuer text } } } }',
    { i: { taskId: task?.id, quarter: '2018Q4', percent: 100, note: '已完成', evidenceIds: [EVIDENCE] } },
  );
  expect(made.codes).toEqual([]);
  const { id, task: read } = made.data.reportProgress;
  expect([read.checklist.issuer, read.checklist.text].every(Boolean)).toBe(true);
  expect((await act('city-assessor', 'confirmProgress', id)).codes).toEqual(['PROGRESS_UNVERIFIED']);
  expect((await act('unit-health', 'verifyProgress', id, ', verification: "属实"')).codes).toEqual(['FORBIDDEN']);
  const path = desk.city.regions.find(({ kind }) => kind === 'city')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  const bypass = (set: string) =>
    desk.under('region', scope, `update assessments.progress set ${set} where id = '${id}'`);
  await expect(
    bypass(`outcome = 'confirmed', confirmed_by = gen_random_uuid(), confirmed_at = now()`),
  ).rejects.toMatchObject({ constraint: 'progress_done_is_verified' });
  await expect(bypass(`verified_by = reported_by, verified_at = now(), verification = '属实'`)).rejects.toMatchObject({
    constraint: 'progress_verified_four_eyes',
  });
  await expect(
    bypass(`verified_by = gen_random_uuid(), verified_unit = unit_id, verified_at = now(), verification = '属实'`),
  ).rejects.toMatchObject({ constraint: 'progress_verified_other_unit' });
  const inspector = desk.as('inspector');
  const verified = await act('inspector', 'verifyProgress', id, ', verification: "现场核实属实"');
  expect(verified.data.verifyProgress.verifiedBy).toEqual({ id: inspector.personId });
  expect((await act('inspector', 'verifyProgress', id, ', verification: "再核"')).codes).toEqual(['PROGRESS_VERIFIED']);
  const assessorHimself = { ...desk.as('city-assessor'), personId: inspector.personId };
  const confirm = `mutation { confirmProgress(id: "${id}") { outcome } }`;
  expect((await desk.ask(assessorHimself, confirm)).codes).toEqual(['SAME_PERSON']);
  const sameUnit = { ...desk.as('city-assessor'), unitId: inspector.unitId };
  expect((await desk.ask(sameUnit, confirm)).codes).toEqual(['SAME_UNIT']);
  expect((await act('city-assessor', 'confirmProgress', id)).data.confirmProgress).toMatchObject({
    outcome: 'confirmed',
  });
});
