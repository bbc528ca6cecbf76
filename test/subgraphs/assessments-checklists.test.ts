// A checklist is a pack: its approval makes the tasks, a new version ends what it words otherwise, and what was confirmed keeps the score of its version.
import type { GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';
import { APPROVE, DRAFT, DRAFT_IN_A_GAP, type Json, second, shipped } from './checklist-packs';

let world: World;
let assessor: GraphClient;
let director: GraphClient;
beforeAll(async () => {
  world = await openWorld();
  [assessor, director] = [await world.as('city-assessor'), await world.as('city-director')];
}, 120_000);
afterAll(() => world?.close());

const rows = async (sql: string, values: unknown[] = []) => (await world.sql.query(sql, values)).rows as Json[];

const idOfUnit = (wanted: string) => {
  const found = world.city.units.find(({ code }) => code === wanted);
  if (!found) throw new Error(`no unit ${wanted}`);
  return found.id;
};

const draft = (content: Json, kind = 'checklist-unit') =>
  assessor.ask<Json>(DRAFT, { kind, content: JSON.stringify(content) });
const flawOf = async (content: Json) => {
  const { errors } = await draft(content);
  return [errors[0]?.extensions.code, (errors[0]?.extensions.facts as Json)?.path];
};

test('229 tasks of 41 units and those of regions stand on two documents, each with its article and formula', async () => {
  const { checklists } = await director.get(
    '{ checklists(year: 2018) { kind version documentNumber issuer packHash holdsFrom } }',
  );
  expect(checklists).toMatchObject([
    { kind: 'region', version: 1, holdsFrom: '2018-01-01' },
    { kind: 'unit', version: 1, holdsFrom: '2018-01-01' },
  ]);
  // Whoever is assessed reads the whole of it: the document is the city's, its reader need not be.
  for (const account of ['unit-health', 'district-laicheng', 'zone-xueye', 'town-kouzhen']) {
    const client = await world.as(account);
    expect((await client.get('{ checklists(year: 2018) { kind } }')).checklists).toHaveLength(2);
  }
  const hashes = await rows(`select hash from assessments.pack where kind like 'checklist-%'`);
  expect(hashes.map(({ hash }) => hash).sort()).toEqual(checklists.map(({ packHash }: Json) => packHash).sort());
  const [counted] = await rows(
    `select count(*)::int as tasks, count(distinct unit_id)::int as units, count(article)::int as articles, count(formula)::int as formulas
     from assessments.task where unit_id is not null and checklist_id is not null`,
  );
  expect(counted).toEqual({ tasks: 229, units: 41, articles: 229, formulas: 229 });
});

test('a list that does not fit its document, its units or its version is refused by the place', async () => {
  expect(await flawOf(second((pack) => (pack.extra = 1)))).toEqual(['PACK_FLAWED', 'extra']);
  expect(await flawOf(second((pack) => (pack.source = [])))).toEqual(['PACK_FLAWED', 'source']);
  expect(await flawOf(second((pack) => (pack.document.tasks = 228)))).toEqual(['PACK_FLAWED', 'document.tasks']);
  expect(await flawOf(second((pack) => (pack.items[0].weight += 1)))).toEqual(['PACK_FLAWED', 'items']);
  expect(await flawOf(second((pack) => (pack.items[3].formula = { pattern: 'minus-per-case' })))).toEqual([
    'PACK_FLAWED',
    'items.3.formula.minusPerCase',
  ]);
  expect(await flawOf(second((pack) => delete pack.items[7].article))).toEqual(['PACK_FLAWED', 'items.7.article']);
  expect(await flawOf(second((pack) => (pack.document.version = 3)))).toEqual(['PACK_FLAWED', 'document.version']);
  const stranger = second((pack) => {
    for (const item of pack.items) if (item.unit === 'party-office') item.unit = 'nobody';
  });
  expect(await flawOf(stranger)).toEqual(['PACK_FLAWED', 'items.0.unit']);
});

test('what is confirmed is scored by the formula of its item; a new version leaves that score as it was made', async () => {
  const liaison = await world.as('unit-health');
  const unit = idOfUnit('health-commission');
  const tasks = await rows(
    `select t.id, t.code, t.weight, t.formula ->> 'pattern' as pattern from assessments.task t where t.unit_id = $1 and not exists
      (select 1 from assessments.progress p where p.task_id = t.id and (p.outcome is null or p.percent = 100)) order by t.code`,
    [unit],
  );
  const [raised] = tasks;
  const REPORT = 'mutation($input: ReportProgressInput!) { reportProgress(input: $input) { id } }';
  const CONFIRM = `mutation($id: ID!, $cases: Int) { confirmProgress(id: $id, cases: $cases) { outcome
    score { numerator denominator share points formula weight packHash checklist { version } } } }`;
  const report = async (task: Json, quarter: string, more: Json) =>
    (await liaison.get(REPORT, { input: { taskId: task.id, quarter, percent: 60, note: '按序推进', ...more } }))
      .reportProgress.id;
  const first = await report(raised, '2018Q2', { done: 3, wanted: 4 });
  expect((await assessor.ask<Json>(CONFIRM, { id: first, cases: 2 })).errors[0]?.extensions.code).toBe('INVALID_INPUT');
  const { confirmProgress } = await assessor.get(CONFIRM, { id: first });
  const share = raised.pattern === 'proportional' ? '0.750000' : '0.000000';
  expect(confirmProgress).toMatchObject({
    outcome: 'confirmed',
    score: { numerator: '3', denominator: '4', share, weight: raised.weight, checklist: { version: 1 } },
  });

  const before = await rows(
    'select id, code, unit_id, held_to from assessments.task where unit_id is not null and checklist_id is not null',
  );
  const pack = second((json) => {
    const item = json.items.find(({ code }: Json) => code === raised.code);
    item.standard += '，并逐村公示';
    item.formula = { pattern: 'minus-per-case', minusPerCase: '2' };
  });
  const made = (await draft(pack)).data?.draftAssessmentsPack;
  await director.get(APPROVE, made);
  const after = await rows(
    `select t.id, t.code, t.held_from::text, t.held_to::text, c.version from assessments.task t join assessments.checklist c on c.id = t.checklist_id where t.unit_id is not null order by c.version`,
  );
  expect(after).toHaveLength(before.length + 1);
  const ended = after.filter(({ held_to }) => held_to !== null);
  expect(ended).toMatchObject([{ id: raised.id, held_to: '2018-07-01', version: 1 }]);
  const fresh = after.find(({ version }) => version === 2);
  expect(fresh).toMatchObject({ code: raised.code, held_from: '2018-07-01', held_to: null });

  // Confirmed is confirmed: under the version that it names.
  const { task } = await director.get(
    'query($id: ID!) { task(id: $id) { heldTo scores { share checklist { version } } } }',
    { id: raised.id },
  );
  expect(task).toMatchObject({ heldTo: '2018-07-01', scores: [{ share, checklist: { version: 1 } }] });
  expect(
    await liaison.refused(REPORT, { input: { taskId: raised.id, quarter: '2018Q3', percent: 70, note: '续报' } }),
  ).toBe('TASK_SUPERSEDED');
  const next = await report(fresh, '2018Q3', {});
  expect(await assessor.refused(CONFIRM, { id: next })).toBe('INVALID_INPUT');
  const scored = (await assessor.get(CONFIRM, { id: next, cases: 3 })).confirmProgress.score;
  expect(scored).toMatchObject({ numerator: '3', checklist: { version: 2 }, packHash: made.hash });
  expect(Number(scored.points)).toBe(Math.max(0, raised.weight - 6));

  // The quarter before counts the old task and the new one not, the quarter after the reverse: as many in each.
  const summary =
    'query($q: String!, $id: ID!) { unit(id: $id) { progressSummary(quarter: $q) { tasks } checklistScore(year: 2018) { tasks scored score weight } } }';
  const of = async (q: string) => (await director.get(summary, { q, id: unit })).unit;
  const [q2, q3] = [await of('2018Q2'), await of('2018Q3')];
  expect(q3.progressSummary.tasks).toBe(q2.progressSummary.tasks);
  const items = pack.items.filter(({ unit: of }: Json) => of === 'health-commission');
  expect(q3.checklistScore).toMatchObject({ tasks: items.length, weight: 100 });
});

test('a version that is withdrawn before its first day takes its tasks with it, and what it ended goes on', async () => {
  const unit = idOfUnit('health-commission');
  const ofYear = (pack: Json, from: string, version: number) => {
    pack.name = `units-2099-${version}`;
    [pack.effectiveFrom, pack.effectiveTo] = [from, '2100-01-01'];
    pack.document.version = version;
    for (const item of pack.items) item.deadline = item.deadline.replace('2018', '2099');
    return pack;
  };
  const adopted = async (pack: Json) => {
    const { draftAssessmentsPack: made } = await assessor.get(DRAFT_IN_A_GAP, {
      kind: 'checklist-unit',
      content: JSON.stringify(pack),
    });
    await director.get(APPROVE, made);
    return made.id;
  };
  const tasks = async () =>
    (await director.get('query($id: ID!) { unit(id: $id) { tasks(year: 2099) { title heldTo } } }', { id: unit })).unit
      .tasks as { title: string; heldTo: string | null }[];
  const WITHDRAW = 'mutation($id: ID!) { withdrawAssessmentsPack(id: $id, reason: "另行研究") { status } }';

  const first = await adopted(ofYear(shipped('units-2018'), '2099-01-01', 1));
  const before = await tasks();
  expect(before.every(({ heldTo }) => heldTo === null)).toBe(true);
  const raised = second(
    (pack) => (pack.items.find((item: Json) => item.unit === 'health-commission').title += '（新）'),
  );
  const later = await adopted(ofYear(raised, '2099-07-01', 2));
  const both = await tasks();
  expect(both).toHaveLength(before.length + 1);
  expect(both.filter(({ heldTo }) => heldTo === '2099-07-01')).toHaveLength(1);

  await director.get(WITHDRAW, { id: later });
  expect(await tasks()).toEqual(before);
  await director.get(WITHDRAW, { id: first });
  expect(await tasks()).toEqual([]);
  expect((await director.get('{ checklists(year: 2099) { version } }')).checklists).toEqual([]);
  expect(await flawOf(ofYear(shipped('units-2018'), '2099-01-01', 2))).toEqual(['PACK_FLAWED', 'document.version']);
});

test('the database itself scores only what was confirmed, once, and changes no score', async () => {
  const broken = (sql: string) =>
    world.sql.query(sql).then(
      () => null,
      ({ constraint }: { constraint: string }) => constraint,
    );
  expect(await broken(`update assessments.task_score set points = '1'`)).toBe('assessments_task_score_append_only');
  expect(await broken(`delete from assessments.task_score`)).toBe('assessments_task_score_append_only');
  const open = `insert into assessments.task_score (progress_id, task_id, region_id, path, quarter, formula, weight, cases, words, scored_by, scored_at)
    select p.id, p.task_id, p.region_id, p.path, p.quarter, '{}', 1, 0, '{}', p.reported_by, now() from assessments.progress p where p.outcome is distinct from 'confirmed' limit 1`;
  expect(await broken(open)).toBe('task_score_of_confirmed');
  expect(await broken(`update assessments.task set weight = 2`)).toBe('assessments_task_append_only');
});
