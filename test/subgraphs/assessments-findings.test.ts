// A finding from 发现 to 销号 and back: two people at its end, hidden with its inspection, overdue by its date, weighed by the pack.
import { type AssessmentsDesk, type Data, openAssessmentsDesk } from './assessments-desk';
import { absent, findingSteps, LIST, RECORD } from './finding-steps';

let desk: AssessmentsDesk;
let steps: ReturnType<typeof findingSteps>;
beforeAll(async () => {
  desk = await openAssessmentsDesk();
  steps = findingSteps(desk);
});
afterAll(() => desk?.close());

test('the whole way: each step by its own hand, closed by two, every step kept; a relapse weighs the multiple', async () => {
  const made = await steps.record('inspector');
  expect(made.codes).toEqual([]);
  const { id, number, weight } = made.data.recordFinding;
  expect([number, weight]).toEqual([expect.stringMatching(/^WT-[0-9A-F]{12}$/), 1]);
  expect((await steps.step('town-kouzhen', 'acceptFinding', `id: "${id}"`)).codes).toEqual(['FINDING_NOT_YOURS']);
  expect((await steps.assign(id, absent)).codes).toEqual(['NOT_FOUND']);
  expect((await steps.assign(id)).codes).toEqual([]);
  expect((await steps.step('district-laicheng', 'acceptFinding', `id: "${id}"`)).codes).toEqual(['FINDING_NOT_YOURS']);
  expect((await steps.step('inspector', 'recheckFinding', `id: "${id}", remark: "早"`)).codes).toEqual([
    'FINDING_STATE_FORBIDS',
  ]);
  expect((await steps.request(id)).data.requestClosure).toEqual({ state: 'closureRequested' });
  expect(
    (await steps.step('inspector', 'returnFinding', `id: "${id}", remark: "仍缺一页"`)).data.returnFinding,
  ).toEqual({
    state: 'returned',
  });
  await steps.step('town-kouzhen', 'requestClosure', `id: "${id}", result: "再补"`);
  expect((await steps.step('town-kouzhen', 'recheckFinding', `id: "${id}", remark: "好"`)).codes).toEqual([
    'FORBIDDEN',
  ]);
  expect((await steps.step('inspector', 'recheckFinding', `id: "${id}", remark: "已见"`)).codes).toEqual([]);
  expect((await steps.step('inspector', 'closeFinding', `id: "${id}"`)).codes).toEqual(['SAME_PERSON']);
  const closed = await steps.step(
    'city-director',
    'closeFinding',
    `id: "${id}"`,
    'state closedAt steps { toState round }',
  );
  expect(closed.data.closeFinding.steps.map(({ toState }: Data) => toState)).toEqual(
    'assigned accepted rectifying closureRequested returned closureRequested rechecked closed'.split(' '),
  );
  const again = await steps.step(
    'inspector',
    'reopenFinding',
    `id: "${id}", remark: "又撕毁"`,
    'state relapses weight closedAt measures leadUnit { id } steps { round }',
  );
  expect(again.data.reopenFinding).toMatchObject({
    state: 'assigned',
    relapses: 1,
    weight: 2,
    closedAt: null,
    measures: null,
  });
  expect(again.data.reopenFinding.steps.at(-1)).toEqual({ round: 2 });
  expect((await steps.request(id)).codes).toEqual([]);
});

test('the lead unit of the finding does not re-check it, whichever post its people hold', async () => {
  const { id } = (await steps.record('city-assessor')).data.recordFinding;
  await steps.assign(id, steps.unit('office-laicheng'));
  const at = (account: string, field: string, args = '') => steps.step(account, field, `id: "${id}"${args}`);
  await at('district-laicheng', 'acceptFinding');
  await steps.step(
    'district-laicheng',
    'planRectification',
    `input: { id: "${id}", responsibleId: "${desk.as('district-laicheng').personId}", measures: "整", plannedOn: "2998-01-01" }`,
  );
  expect((await at('district-laicheng', 'requestClosure', ', result: "成"')).codes).toEqual([]);
  expect((await at('district-laicheng', 'recheckFinding', ', remark: "好"')).codes).toEqual(['SAME_PERSON']);
  const colleague = { ...desk.as('district-laicheng'), personId: desk.as('city-officer').personId };
  const tried = await desk.ask(colleague, `mutation { recheckFinding(id: "${id}", remark: "好") { state } }`);
  expect(tried.codes).toEqual(['SAME_UNIT']);
  const path = steps.region('371200')?.path ?? '';
  const scope = { lo: path, hi: `${path.slice(0, -1)}0` };
  const bypass = (set: string) =>
    desk.under('region', scope, `update assessments.finding set ${set} where id = '${id}'`);
  await expect(bypass(`state = 'rechecked', rechecked_by = requested_by, rechecked_at = now()`)).rejects.toMatchObject({
    constraint: 'finding_four_eyes',
  });
  await expect(
    bypass(`state = 'rechecked', rechecked_by = gen_random_uuid(), rechecked_unit = lead_unit, rechecked_at = now()`),
  ).rejects.toMatchObject({ constraint: 'finding_recheck_other_unit' });
  await expect(bypass(`state = 'closed'`)).rejects.toMatchObject({ constraint: 'finding_follows_its_table' });
  await expect(bypass(`content = '无'`)).rejects.toMatchObject({ constraint: 'finding_follows_its_table' });
  await expect(desk.sql.query('delete from assessments.finding where id = $1', [id])).rejects.toMatchObject({
    constraint: 'finding_follows_its_table',
  });
  await expect(desk.sql.query(`update assessments.finding_step set remark = '改'`)).rejects.toMatchObject({
    constraint: 'assessments_finding_step_append_only',
  });
  await bypass(`state = 'rechecked', rechecked_by = '${absent}', rechecked_at = now()`);
});

test('a finding of an unreleased visit exists for its inspector alone, and arises when the visit is released', async () => {
  const town = steps.region('371202100');
  const visit = await desk.ask(
    desk.as('inspector'),
    `mutation { recordInspection(input: { regionId: "${town?.id}", kind: secretVisit, visitedOn: "2018-05-03", findings: "见问题清单" }) { id } }`,
  );
  const inspectionId = visit.data.recordInspection.id;
  const summary = (account: string) =>
    desk.ask(
      desk.as(account),
      `{ _entities(representations: [{ __typename: "Region", id: "${town?.id}" }]) { ... on Region { findingSummary { found open weight } } } }`,
    );
  const before = [(await desk.ask(desk.as('town-kouzhen'), LIST)).text, (await summary('city-director')).text];
  const made = await steps.record('inspector', { inspectionId });
  expect(made.data.recordFinding.releasedAt).toBeNull();
  const { id } = made.data.recordFinding;
  const one = (account: string, which: string) => desk.ask(desk.as(account), `{ finding(id: "${which}") { id } }`);
  for (const account of ['town-kouzhen', 'city-director', 'inspector', 'unit-health'])
    expect((await one(account, id)).text).toBe((await one(account, absent)).text);
  expect([(await desk.ask(desk.as('town-kouzhen'), LIST)).text, (await summary('city-director')).text]).toEqual(before);
  expect((await steps.assign(id)).text).toBe((await steps.assign(absent)).text);
  const mine = (caller: ReturnType<AssessmentsDesk['as']>) =>
    desk.ask(caller, '{ myFindings { edges { node { id } } } }');
  expect((await mine(desk.as('inspector'))).data.myFindings.edges[0].node.id).toBe(id);
  const other = { ...desk.as('inspector'), personId: desk.as('city-officer').personId };
  expect((await mine(other)).data.myFindings.edges).toEqual([]);
  const foreign = (inspection: string) =>
    desk.ask(other, RECORD, {
      i: { regionId: town?.id, category: 'records', content: '问', foundOn: '2018-05-03', inspectionId: inspection },
    });
  expect((await foreign(inspectionId)).text).toBe((await foreign(absent)).text);

  await desk.ask(desk.as('inspector'), `mutation { releaseInspection(id: "${inspectionId}") { id } }`);
  expect((await one('town-kouzhen', id)).data.finding).toEqual({ id });
  expect((await one('district-gangcheng', id)).data.finding).toBeNull();
  expect((await steps.assign(id)).codes).toEqual([]);
});

test('overdue follows the date, without any job; only the overdue is held to account, under a document', async () => {
  const { id } = (await steps.record('inspector')).data.recordFinding;
  await steps.assign(id, steps.unit('health-commission'));
  const hold = () =>
    steps.step(
      'city-director',
      'holdAccountable',
      `input: { id: "${id}", documentNumber: "莱扶组〔2018〕9号", remark: "约谈" }`,
    );
  expect((await hold()).codes).toEqual(['FINDING_NOT_OVERDUE']);
  await desk.sql.query('alter table assessments.finding disable trigger follows_its_table');
  await desk.sql.query(`update assessments.finding set due_on = '2018-06-01' where id = $1`, [id]);
  await desk.sql.query('alter table assessments.finding enable trigger follows_its_table');
  const health = await desk.ask(
    desk.as('unit-health'),
    '{ findings(overdue: true, first: 200) { edges { node { id overdue } } } }',
  );
  expect(health.data.findings.edges).toContainEqual({ node: { id, overdue: true } });
  expect((await hold()).data.holdAccountable).toEqual({ state: 'accountable' });
  expect((await steps.step('unit-health', 'requestClosure', `id: "${id}", result: "成"`)).codes).toEqual([
    'FINDING_STATE_FORBIDS',
  ]);
  expect((await steps.step('unit-health', 'acceptFinding', `id: "${id}"`)).data.acceptFinding).toEqual({
    state: 'accepted',
  });
});

test('a list is of the own range, filters compose, pages join, and words carry no personal number', async () => {
  const ids = async (account: string, filter = '') => {
    const seen: string[] = [];
    for (let after = 'null'; ; ) {
      const { data } = await desk.ask(
        desk.as(account),
        `{ findings(first: 7, after: ${after}${filter}) { edges { node { id region { id } } } pageInfo { hasNextPage endCursor } } }`,
      );
      seen.push(...data.findings.edges.map((edge: Data) => edge.node.id));
      if (!data.findings.pageInfo.hasNextPage) return seen;
      after = `"${data.findings.pageInfo.endCursor}"`;
    }
  };
  const { rows } = await desk.sql.query(
    'select id, path, state from assessments.finding where released_at is not null',
  );
  const inside = (path = '') => rows.filter((row) => row.path.startsWith(path));
  expect((await ids('city-director')).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect((await ids('town-kouzhen')).sort()).toEqual(
    inside(steps.region('371202100')?.path)
      .map(({ id }) => id)
      .sort(),
  );
  const xueye = desk.city.regions.find(({ kind, name }) => kind === 'zone' && name.includes('雪野'));
  expect((await ids('zone-xueye')).length).toBe(inside(xueye?.path).length);
  const open = await ids('city-director', `, states: [found, assigned], regionId: "${steps.region('371203')?.id}"`);
  expect(open.length).toBe(
    inside(steps.region('371203')?.path).filter(({ state }) => ['found', 'assigned'].includes(state)).length,
  );
  expect(await ids('town-kouzhen', `, regionId: "${steps.region('371203')?.id}"`)).toEqual([]);
  expect((await steps.record('inspector', { content: '户主电话 13812345678' })).codes).toEqual([
    'PERSONAL_NUMBER_IN_TEXT',
  ]);
  expect((await steps.record('inspector', { category: 'nothing' })).codes).toEqual(['FINDING_CATEGORY_UNKNOWN']);
  expect((await steps.record('district-gangcheng')).codes).toEqual(['NOT_FOUND']);
});
