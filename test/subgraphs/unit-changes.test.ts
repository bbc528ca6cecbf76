// Reforms of bureaus (机构改革): names by date, a merger that hands over what is open and keeps what was decided, and the walls around both.
import { randomUUID } from 'node:crypto';
import { arrived } from '../harness/arrived';
import { APPROVE, EXECUTE, reform as input, openUnitReform, PROPOSE, type UnitReform } from './unit-reform';

let reformed: UnitReform;
let unit: UnitReform['unit'];
let rows: UnitReform['rows'];
let broken: UnitReform['broken'];
let propose: UnitReform['propose'];
let carryOut: UnitReform['carryOut'];
let officer: UnitReform['officer'];
let director: UnitReform['director'];
let world: UnitReform['world'];
beforeAll(async () => {
  reformed = await openUnitReform();
  ({ unit, rows, broken, propose, carryOut, officer, director, world } = reformed);
}, 120_000);
afterAll(() => reformed?.world.close());

test('a unit is founded and another renamed: names by day; not by one person, not early, not stale, not twice', async () => {
  const tourism = unit('tourism-commission');
  const step = { verb: 'rename', unit: tourism.id, name: '文化和旅游局' };
  const [stale, early] = [await propose('2018-12-01', [step]), await propose('2099-01-01', [step])];
  const founded = {
    ...{ verb: 'found', code: 'veterans', name: '退役军人事务局', kind: 'memberUnit', line: 'veterans' },
    ...{ region: tourism.regionId, inLeadingGroup: true },
  };
  const id = await propose('2018-12-01', [step, founded]);
  expect(await officer.refused(APPROVE, { id })).toBe('FORBIDDEN');
  expect(await director.refused(EXECUTE, { id })).toBe('UNIT_CHANGE_STATE');
  await director.get(APPROVE, { id });
  expect((await director.get(EXECUTE, { id })).executeUnitChange).toMatchObject({ state: 'executed', epoch: null });
  expect(await director.refused(EXECUTE, { id })).toBe('UNIT_CHANGE_STATE');
  for (const [other, code] of [
    [stale, 'UNIT_CHANGE_STALE'],
    [early, 'UNIT_CHANGE_EARLY'],
  ]) {
    await director.get(APPROVE, { id: other });
    expect(await director.refused(EXECUTE, { id: other })).toBe(code);
  }
  const dated = `{ unitByCode(code: "tourism-commission") { name former { name validFrom validTo }
    before: asOf(on: "2018-11-30") { name former { name } } after: asOf(on: "2018-12-01") { name } }
    new: unitByCode(code: "veterans") { foundedOn inLeadingGroup asOf(on: "2018-11-30") { name } } }`;
  expect(await officer.get(dated)).toEqual({
    unitByCode: {
      name: '文化和旅游局',
      former: [{ name: tourism.name, validFrom: null, validTo: '2018-12-01' }],
      before: { name: tourism.name, former: [] },
      after: { name: '文化和旅游局' },
    },
    new: { foundedOn: '2018-12-01', inLeadingGroup: true, asOf: null },
  });
  expect(await officer.refused(PROPOSE, input('2018-12-02', [{ ...step, unit: randomUUID() }]))).toBe(
    'UNIT_CHANGE_MISFIT',
  );
  expect(await broken('delete from organisation.unit_former')).toBe('organisation_unit_former_append_only');
  expect(await broken(`update organisation.unit_change set state = 'approved' where id = $1`, [id])).toBe(
    'unit_change_decided_once',
  );
  const third = await propose('2018-12-02', [{ ...step, name: '旅游局' }]);
  const own = `update organisation.unit_change set state = 'approved', approved_by = proposed_by, approved_at = now(), document_number = '文号' where id = $1`;
  expect(await broken(own, [third])).toBe('unit_change_four_eyes');
});

test('one bureau goes into another: open tasks and findings pass, what was decided stays, and the successor reads both', async () => {
  const [gone, heir] = [unit('education-bureau'), unit('health-commission')];
  const [done, open] = await rows(
    'select id, region_id, path from assessments.task where unit_id = $1 order by code limit 2',
    [gone.id],
  );
  const [one, two] = world.city.persons;
  await rows(
    `insert into assessments.progress (id, task_id, unit_id, region_id, path, quarter, percent, note, reported_by, reported_unit, reported_at,
      verified_by, verified_unit, verified_at, verification, confirmed_by, confirmed_at, outcome)
     values ($1, $2, $3, $4, $5, '2018Q4', 100, '全部完成', $6, $3, now(), $7, $8, now(), '已看', $9, now(), 'confirmed')`,
    [
      randomUUID(),
      done.id,
      gone.id,
      done.region_id,
      done.path,
      one?.id,
      two?.id,
      unit('finance-bureau').id,
      world.city.persons[2]?.id,
    ],
  );
  const waiting = randomUUID();
  await rows(
    `insert into assessments.progress (id, task_id, unit_id, region_id, path, quarter, percent, note, reported_by, reported_unit, reported_at)
     values ($1, $2, $3, $4, $5, '2018Q4', 40, '进行中', $6, $3, now())`,
    [waiting, open.id, gone.id, open.region_id, open.path, one?.id],
  );
  const finding = randomUUID();
  await rows(
    `insert into assessments.finding (id, number, source, region_id, path, category, content, found_on, found_by, recorded_at, released_at, pack_name, pack_hash, weight)
     values ($1, 'WT-0', 'manual', $2, $3, 'records', '台账不全', '2018-05-03', $4, now(), now(), 'pack', 'hash', 1)`,
    [finding, open.region_id, open.path, one?.id],
  );
  await rows(
    `update assessments.finding set state = 'assigned', lead_unit = $2, due_on = '2999-01-01', assigned_by = $3, assigned_at = now() where id = $1`,
    [finding, gone.id, two?.id],
  );

  const liaison = await world.as('unit-health');
  const seen = `query($done: ID!, $open: ID!, $finding: ID!) { done: task(id: $done) { unit { code } } open: task(id: $open) { unit { code } formerUnits { code } }
    finding(id: $finding) { leadUnit { code } formerUnits { code endedOn successor { code } } } }`;
  const ids = { done: done.id, open: open.id, finding };
  expect(await liaison.get(seen, ids)).toEqual({ done: null, open: null, finding: null });

  const executed = await carryOut('2019-01-01', [{ verb: 'merge', unit: gone.id, into: heir.id }]);
  expect(executed.progress.map(({ subgraph }) => subgraph)).toHaveLength(4);
  const after = await world.as('unit-health');
  const { data, errors } = await arrived(after, seen, ids);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    done: { unit: { code: 'education-bureau' } },
    open: { unit: { code: 'health-commission' }, formerUnits: [{ code: 'education-bureau' }] },
    finding: {
      leadUnit: { code: 'health-commission' },
      formerUnits: [{ code: 'education-bureau', endedOn: '2019-01-01', successor: { code: 'health-commission' } }],
    },
  });
  expect((await after.get(`mutation { acceptFinding(id: "${finding}") { state } }`)).acceptFinding.state).toBe(
    'accepted',
  );
  expect(await rows('select unit_id from assessments.progress where id = $1', [waiting])).toEqual([
    { unit_id: gone.id },
  ]);

  const unitPage = `{ unitByCode(code: "health-commission") { predecessors { code asOf(on: "2018-12-31") { name endedOn } } asOf(on: "2018-12-31") { predecessors { code } } }
    units(inLeadingGroup: true, first: 100) { edges { node { code } } } }`;
  const page = await officer.get(unitPage);
  expect(page.unitByCode).toEqual({
    predecessors: [{ code: 'education-bureau', asOf: { name: gone.name, endedOn: null } }],
    asOf: { predecessors: [] },
  });
  expect(page.units.edges.map(({ node }: { node: { code: string } }) => node.code)).not.toContain('education-bureau');
  expect(
    await rows('select 1 from organisation.appointment where unit_id = $1 and valid_to is null', [gone.id]),
  ).toEqual([]);
  expect(await officer.refused(PROPOSE, input('2019-02-01', [{ verb: 'merge', unit: heir.id, into: gone.id }]))).toBe(
    'UNIT_CHANGE_MISFIT',
  );

  // Whatever is given to the unit that has ended is its successor's.
  const late = randomUUID();
  await rows(
    `insert into assessments.task (id, checklist_id, year, code, unit_id, region_id, path, title, standard, weight, deadline, evidence_wanted)
     select $1, checklist_id, year, 'late', $2, region_id, path, title, standard, weight, deadline, evidence_wanted from assessments.task where id = $3`,
    [late, gone.id, open.id],
  );
  expect(await rows('select unit_id from assessments.task where id = $1', [late])).toEqual([{ unit_id: heir.id }]);

  // Walls in plain SQL: an open matter passes to the heir and to nobody else, and no unit checks what its predecessor reported.
  expect(
    await broken('update assessments.task set unit_id = $2 where id = $1', [done.id, unit('finance-bureau').id]),
  ).toBe('assessments_task_append_only');
  expect(
    await broken('update assessments.finding set lead_unit = $2 where id = $1', [finding, unit('finance-bureau').id]),
  ).toBe('finding_follows_its_table');
  const confirm = (by: string) => [waiting, two?.id, unit(by).id];
  const CONFIRM = `update assessments.progress set confirmed_by = $2, confirmed_unit = $3, confirmed_at = now(), outcome = 'confirmed' where id = $1`;
  expect(await broken(CONFIRM, confirm('health-commission'))).toBe('progress_other_unit');
  expect(await broken(CONFIRM, confirm('finance-bureau'))).toBe('done');
  expect(await broken(`update organisation.unit set name = '复名' where id = $1`, [gone.id])).toBe('unit_ended_stays');
  expect(await broken('delete from assessments.unit_pass')).toBe('assessments_unit_pass_append_only');
}, 60_000);
