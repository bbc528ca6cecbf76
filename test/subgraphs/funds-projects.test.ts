// The project library: the twelve fields, the way into it by many hands, changes of its budget, and what nobody may go around.
import { SMALL } from '../harness/cluster';
import { constraintOf } from './funds-direct';
import { type FundsOnly, openFunds } from './open-funds';
import { PROPOSE, projectSteps } from './project-steps';

let world: FundsOnly;
let steps: ReturnType<typeof projectSteps>;
beforeAll(async () => {
  world = await openFunds(SMALL);
  steps = projectSteps(world);
});
afterAll(() => world?.close());

const doc = { documentNumber: '莱城扶组〔2018〕7号（拟）' };

test('without a performance target no project enters, neither through the graph nor in plain SQL', async () => {
  const tried = async (more: Record<string, unknown>) =>
    (await world.ask(world.as('village-kouzhen'), PROPOSE, { i: steps.proposal(more) })).codes;
  expect(await tried({ targets: [] })).toEqual(['PROJECT_NEEDS_TARGET']);
  expect(await tried({ performanceTarget: '  ' })).toEqual(['PROJECT_NEEDS_TARGET']);
  expect(await tried({ type: 'casino' })).toEqual(['PROJECT_TYPE_UNKNOWN']);
  expect(await tried({ tasks: '联系电话 13800138000' })).toEqual(['INVALID_INPUT']);
  expect(await tried({ regionId: world.regionId('辛庄镇') })).toEqual(['NOT_FOUND']);
  const id = await steps.propose();
  const copy = (set: string) =>
    constraintOf(
      world.sql.query(
        `insert into funds.project select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', gen_random_uuid()::text) || $2)).* from funds.project p where id = $1`,
        [id, set],
      ),
    );
  expect(await copy('{"performance_target": " "}')).toBe('project_has_performance_target');
  expect(await copy('{}')).toBe('project_has_measured_target');
  expect(await copy('{"steps": 1, "in_library": true}')).toBe('project_library_on_document');
});

test('the way in: each step by its post, a check never by the hand before, approval not before the posting has run', async () => {
  const id = await steps.propose();
  const { take } = steps;
  expect((await take('village-kouzhen', id, { step: 'review', ...doc })).codes).toEqual(['PROJECT_NOT_YOUR_STEP']);
  expect((await take('town-kouzhen', id, { step: 'approve', ...doc })).codes).toEqual(['PROJECT_STATE_FORBIDS']);
  expect((await take('town-kouzhen', id, { step: 'review' })).codes).toEqual(['PROJECT_NEEDS_SECTOR']);
  const health = steps.liaison('health').unitId ?? '';
  expect((await take('town-kouzhen', id, { step: 'review', ...doc, sectorUnitId: health })).codes).toEqual([
    'PROJECT_NEEDS_SECTOR',
  ]);
  const agriculture = steps.agriculture();
  const review = { step: 'review', sectorUnitId: agriculture.unitId ?? '' };
  expect((await take('town-kouzhen', id, review)).codes).toEqual(['PROJECT_NEEDS_DOCUMENT']);
  const read = (caller = agriculture) => world.get(caller, `{ project(id: "${id}") { state stepsTaken { code } } }`);
  expect((await read()).project).toBeNull();
  const proposer = world.as('town-kouzhen', { personId: world.as('village-kouzhen').personId });
  expect((await take(proposer, id, { ...review, ...doc })).codes).toEqual(['PROJECT_FOUR_EYES']);
  const reviewed = await take('town-kouzhen', id, { ...review, ...doc });
  expect(reviewed.data.takeProjectStep).toMatchObject({ state: 'reviewed', inLibrary: false });
  expect(reviewed.data.takeProjectStep.nextSteps).toContainEqual({ code: 'appraise', mine: false, byAnother: true });
  expect((await read()).project.stepsTaken).toHaveLength(1);
  expect((await read(steps.liaison('health'))).project).toBeNull();
  const waiting = await world.get(agriculture, '{ fundsTodo { edges { node { about } } } }');
  expect(waiting.fundsTodo.edges.length).toBeGreaterThan(0);
  const same = { ...agriculture, personId: world.as('town-kouzhen').personId };
  expect((await take(same, id, { step: 'appraise', ...doc })).codes).toEqual(['PROJECT_FOUR_EYES']);
  expect((await take(agriculture, id, { step: 'appraise', ...doc })).codes).toEqual([]);
  expect((await take('village-kouzhen', id, { step: 'post-village' })).codes).toEqual(['PROJECT_NOT_POSTED']);
  expect((await steps.put('village-kouzhen', id, 'district')).codes).toEqual(['PROJECT_NOT_YOUR_STEP']);
  await steps.postAll(id);
  const approve = { step: 'approve', ...doc };
  expect((await take('district-laicheng', id, approve)).codes).toEqual(['PROJECT_NOT_CLEARED']);
  await steps.daysGoBy(id);
  expect((await take('district-laicheng', id, { step: 'approve', ...doc, day: '2017-01-01' })).codes).toEqual([
    'PROJECT_DAY_OUT_OF_ORDER',
  ]);
  const approved = await take('district-laicheng', id, approve);
  expect(approved.data.takeProjectStep).toMatchObject({
    inLibrary: true,
    spendable: false,
    approvedBudget: '125000.00',
  });
  const plan = { step: 'plan', ...doc, facts: { planYear: '2018' } };
  expect((await take('district-laicheng', id, plan)).codes).toEqual(['PROJECT_FOUR_EYES']);
  expect((await take('city-officer', id, plan)).codes).toEqual(['PROJECT_PLAN_NOT_APPROVED']);
  await steps.planned(id);
  expect((await take('city-officer', id, plan)).data.takeProjectStep).toMatchObject({ spendable: true });
  const { stepsTaken } = (
    await world.get(
      world.as('auditor'),
      `{ project(id: "${id}") { stepsTaken { code day documentNumber takenBy { id } } } }`,
    )
  ).project;
  expect(stepsTaken).toHaveLength(7);
  const gangcheng = world.as('district-gangcheng');
  expect((await world.get(gangcheng, `{ project(id: "${id}") { id } }`)).project).toBeNull();
  expect((await take('district-gangcheng', id, plan)).codes).toEqual(['NOT_FOUND']);
});

test('a budget grows by a tenth over what was approved, and beyond that only by a change that another person approves', async () => {
  const id = await steps.upTo('under-way');
  const { take } = steps;
  const more = (yuan: string) => ({ ...doc, facts: { special: yuan } });
  expect((await take('town-kouzhen', id, { step: 'adjust', ...more('112600.00') })).codes).toEqual([
    'PROJECT_OVER_GROWTH',
  ]);
  expect((await take('town-kouzhen', id, { step: 'adjust', ...more('112500.00') })).data.takeProjectStep.budget).toBe(
    '137500.00',
  );
  const asked = await take('town-kouzhen', id, { step: 'ask-change', ...more('150000.00') });
  expect(asked.data.takeProjectStep).toMatchObject({ state: 'change-asked', budget: '137500.00' });
  const adopted = await take('district-laicheng', id, { step: 'approve-change', ...doc });
  expect(adopted.data.takeProjectStep).toMatchObject({ budget: '175000.00', approvedBudget: '175000.00' });
  expect((await take('village-kouzhen', id, { step: 'report', facts: { percent: '101' } })).codes).toEqual([
    'INVALID_INPUT',
  ]);
  expect((await take('village-kouzhen', id, { step: 'report' })).codes).toEqual(['PROJECT_NEEDS_FACT']);
  const told = await take('village-kouzhen', id, { step: 'report', facts: { percent: '60' } });
  expect(told.data.takeProjectStep).toMatchObject({ state: 'under-way', progress: 60 });
  await take('town-kouzhen', id, { step: 'finish', facts: { endsOn: '2018-11-01' } });
  expect((await take('district-laicheng', id, { step: 'accept', ...doc })).codes).toEqual(['PROJECT_NEEDS_EVIDENCE']);
});

test('in plain SQL: no step out of turn, none changed, no check by the hand before, no state without a step', async () => {
  const id = await steps.upTo('in-library');
  const town = world.as('town-kouzhen');
  const inTown = (sql: string) => constraintOf(world.inRole('region', town, (client) => client.query(sql, [id])));
  expect(await inTown(`update funds.project set state = 'in-plan' where id = $1`)).toBe('42501');
  const copied = (set: string) =>
    `insert into funds.project_step select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()) || '${set}')).*
     from funds.project_step s where project_id = $1 order by ordinal desc limit 1`;
  expect(await inTown(copied('{"ordinal": 9}'))).toBe('project_step_in_turn');
  expect(await inTown(copied('{"ordinal": 7, "from_state": "posted"}'))).toBe('project_step_in_turn');
  const last = (
    await world.sql.query(
      'select taken_by from funds.project_step where project_id = $1 order by ordinal desc limit 1',
      [id],
    )
  ).rows[0];
  const check = `{"ordinal": 7, "from_state": "in-library", "hand": "checks", "taken_by": "${last.taken_by}"}`;
  expect(await inTown(copied(check))).toBe('project_four_eyes');
  expect(
    await constraintOf(world.owner.query(`update funds.project_step set remark = '改' where project_id = $1`, [id])),
  ).toBe('funds_project_step_append_only');
  const alone = `{"ordinal": 7, "from_state": "in-library", "hand": null, "facts": {"planYear": 2018}}`;
  expect(await inTown(copied(alone))).toBe('project_step_planned');
  const silent = `{"ordinal": 7, "from_state": "in-library", "hand": null, "announced": true}`;
  expect(await inTown(copied(silent))).toBe('project_step_announced');
  const unplanned = `{"ordinal": 7, "from_state": "in-library", "hand": null, "spendable": true}`;
  expect(await inTown(copied(unplanned))).toBe('project_spends_on_plan');
});
