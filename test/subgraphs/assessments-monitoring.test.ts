// Clocks of funds and the monitoring of settlements light a town by the packs of 2019; an upheld violation becomes a finding where the hospital is, once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { parseLightPack } from '../../services/assessments/light/light-pack.rules';
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';

let desk: AssessmentsDesk;
const read = (file: string): Data => JSON.parse(readFileSync(join(projectRoot, 'data', file), 'utf8'));
const DRAFT =
  'mutation($kind: String!, $content: String!) { draftAssessmentsPack(kind: $kind, content: $content) { id hash } }';
const APPROVE =
  'mutation($id: ID!, $hash: String!) { approveAssessmentsPack(id: $id, hash: $hash, documentNumber: "莱扶组发〔2019〕3号") { id } }';
const adopt = async (kind: string, file: string) => {
  const drafted = await desk.ask(desk.as('city-officer'), DRAFT, { kind, content: JSON.stringify(read(file)) });
  expect(drafted.codes).toEqual([]);
  expect((await desk.ask(desk.as('city-director'), APPROVE, drafted.data.draftAssessmentsPack)).codes).toEqual([]);
};
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  for (const [group, suffix] of [
    ['towns', ''],
    ['districts', '-district'],
  ])
    await adopt(`light${suffix}`, `lights/${group}-2019.json`);
  for (const [group, suffix] of [
    ['towns', ''],
    ['districts', '-district'],
  ])
    await adopt(`scoring${suffix}`, `scoring/${group}-2019.json`);
});
afterAll(() => desk?.close());

test('nine of ten discharges are yellow, two of three red, and clocks likewise; the rows behind are the violations', async () => {
  expect(parseLightPack(read('lights/zones-2019.json')).level).toBe('zone');
  const towns = desk.city.regions.filter(({ kind }) => kind === 'town');
  const facts = (numerator: string, denominator: string) => (kept: number[]) =>
    towns.map(({ id }, at) => ({ regionId: id, [denominator]: 10, [numerator]: kept[at] ?? 10, rowsHash: `${at}` }));
  desk.told.set('monitoringFacts', facts('kept', 'checked')([9, 7, 10]));
  desk.told.set('fundClockFacts', facts('kept', 'due')([10, 10, 9, 2]));
  const propose = `mutation { proposeLights(quarter: "2019Q1", idempotencyKey: "monitoring-2019Q1") { lights { region { id } colour reasons { trigger colour text } } } }`;
  const { data, codes } = await desk.ask(desk.as('city-assessor'), propose);
  expect(codes).toEqual([]);
  const lit = (at: number): string[] =>
    data.proposeLights.lights
      .find(({ region }: Data) => region.id === towns[at]?.id)
      .reasons.map(({ trigger }: Data) => trigger)
      .filter((name: string) => /^(monitoring|fund-clock)/.test(name));
  expect([0, 1, 2, 3, 4].map(lit)).toEqual([
    ['monitoring-behind'],
    ['monitoring-behind', 'monitoring-far-behind'],
    ['fund-clock-behind'],
    ['fund-clock-behind', 'fund-clock-far-behind'],
    [],
  ]);
  const shown = data.proposeLights.lights.find(({ region }: Data) => region.id === towns[1]?.id);
  expect(shown.colour).toBe('red');
  expect(shown.reasons.map(({ text }: Data) => text).join()).toContain('落后 30.00 个百分点');
});

test('an upheld violation becomes a finding of the hospital’s region, once; one that is open, or that nobody sees, does not', async () => {
  const hospital = desk.city.units.find(({ code }) => code === 'hospital-laicheng');
  const violationId = '01900000-0000-7000-8000-000000000001';
  const told = (state: string) =>
    desk.told.set('monitoringFindingFacts', {
      ...{ id: violationId, hospitalId: hospital?.id, state, foundOn: '2018-08-14' },
      zh: '应一站式结算：出院后第 12 日结算，限 3 日。',
    });
  const TURN = `mutation($input: TurnViolationInput!) { turnViolationIntoFinding(input: $input) { id source violationId content foundOn weight state region { id } } }`;
  const input = { violationId, category: 'policy' };
  const codes = async (account: string, more = {}) =>
    (await desk.ask(desk.as(account), TURN, { input: { ...input, ...more } })).codes;
  told('explained');
  expect(await codes('city-officer')).toEqual(['VIOLATION_NOT_UPHELD']);
  told('upheld');
  expect(await codes('unit-health')).toEqual(['FORBIDDEN']);
  expect(await codes('city-officer', { violationId: 'none' })).toEqual(['NOT_FOUND']);
  // the hospital lies beside: its district is not in this one's range
  expect(await codes('district-gangcheng')).toEqual(['NOT_FOUND']);
  const { data } = await desk.ask(desk.as('inspector'), TURN, { input });
  expect(data.turnViolationIntoFinding).toMatchObject({
    ...{
      source: 'monitoring',
      violationId,
      foundOn: '2018-08-14',
      weight: 2,
      state: 'found',
      region: { id: hospital?.regionId },
    },
    content: '应一站式结算：出院后第 12 日结算，限 3 日。',
  });
  expect(await codes('city-officer')).toEqual(['VIOLATION_FOUND_BEFORE']);
  const listed = await desk.ask(
    desk.as('city-director'),
    `{ findings(source: monitoring) { edges { node { id violationId } } } }`,
  );
  expect(listed.data.findings.edges).toHaveLength(1);
  const change = desk.sql.query(
    `update assessments.finding set violation_id = gen_random_uuid(), state = 'assigned' where violation_id = $1`,
    [violationId],
  );
  await expect(change).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  desk.told.set('monitoringFindingFacts', null);
  expect(await codes('city-officer', { violationId: '01900000-0000-7000-8000-000000000002' })).toEqual(['NOT_FOUND']);
});
