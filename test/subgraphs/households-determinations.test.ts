// Determinations through the graph: an exit from proposal to announcement, objections, four eyes, walls.
import { randomUUID } from 'node:crypto';
import { answers, asked, signed, vote } from './determination-steps';
import { type DeterminationDesk, openDeterminations } from './open-determinations';

let world: DeterminationDesk['world'];
let steps: DeterminationDesk['steps'];
let step: DeterminationDesk['step'];
let own: DeterminationDesk['own'];
let clerk: DeterminationDesk['clerk'];
let town: DeterminationDesk['town'];
let district: DeterminationDesk['district'];
let citizen: DeterminationDesk['citizen'];
let input: DeterminationDesk['input'];
let statesOf: DeterminationDesk['statesOf'];
let villageSum: DeterminationDesk['villageSum'];
beforeAll(async () => {
  ({ world, steps, step, own, clerk, town, district, citizen, input, statesOf, villageSum } =
    await openDeterminations());
}, 60_000);
afterAll(() => world?.close());

let exitId: string;

test('an exit wants a recent check; one that fails is told, and goes on only with a reason that stays', async () => {
  const checkedOn = await steps.today();
  expect(await step(clerk, asked.propose, { input: input() })).toBe('GUARANTEE_CHECK_MISSING');
  const failed = await step(clerk, asked.check, {
    input: { householdId: own.id, checkedOn, answers: answers('3000.00') },
  });
  expect(failed.problems.map(({ code }: { code: string }) => code)).toContain('income');
  expect(failed.changes).toContainEqual({ question: 'income', to: '3609.00' });
  expect(await step(clerk, asked.propose, { input: input() })).toBe('GUARANTEE_CHECK_FAILS');
  const elsewhere = world.caller('village-clerk', steps.codeOfVillage(steps.householdIn('not-lifted', '371203')));
  expect(await step(elsewhere, asked.propose, { input: input() })).toBe('NOT_FOUND');
  const despite = await step(clerk, asked.propose, { input: input({ despite: '十月起有公益岗位收入' }) });
  expect(await step(clerk, asked.withdraw, { id: despite.id })).toMatchObject({ status: 'withdrawn' });
  await step(clerk, asked.check, { input: { householdId: own.id, checkedOn, answers: answers() } });
  const proposed = await step(clerk, asked.propose, { input: input() });
  expect(proposed).toMatchObject({ status: 'open', waitsFor: { code: 'village-appraisal' } });
  expect(await step(clerk, asked.propose, { input: input() })).toBe('DETERMINATION_OPEN');
  exitId = proposed.id;
});

test('steps go in their turn, by their posts, and the maker does not check; the town’s mark is a state', async () => {
  expect(await step(town, asked.review, { id: exitId })).toBe('DETERMINATION_STEP');
  expect(await step(district, asked.appraise, { id: exitId, input: vote })).toBe('FORBIDDEN');
  expect(await step(clerk, asked.appraise, { id: exitId, input: vote })).toMatchObject({
    waitsFor: { code: 'pre-exit' },
  });
  expect(await step({ ...town, personId: clerk.personId }, asked.review, { id: exitId })).toBe(
    'DETERMINATION_SAME_PERSON',
  );
  expect(await step({ ...town, standsFor: [clerk.personId ?? ''] }, asked.review, { id: exitId })).toBe(
    'DETERMINATION_SAME_PERSON',
  );
  const before = await villageSum('planned-exit');
  expect(await step(town, asked.review, { id: exitId })).toMatchObject({ household: { state: 'planned-exit' } });
  expect(await villageSum('planned-exit')).toBe(before + 1);
  expect(await step(town, asked.verify, { id: exitId, input: signed })).toMatchObject({
    waitsFor: { code: 'exit-posting' },
  });
});

test('the posting shows masked names to anybody, ends by the clock, and an objection stops it until it is answered by somebody else', async () => {
  const notice = await step(clerk, asked.post, { ids: [exitId] });
  const head = world.city.members.find(({ id }) => id === own.headMemberId)?.name ?? '';
  expect(notice.body).not.toContain(head);
  expect(notice.lines).toEqual([
    expect.objectContaining({ line: 1, head: `${head.slice(0, 1)}${'*'.repeat(head.length - 1)}` }),
  ]);
  const nobody = { ...citizen, personId: null };
  const shown = async () =>
    (await step(nobody, asked.notices, {})).edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(await shown()).toContain(notice.id);
  expect(await step(clerk, asked.post, { ids: [exitId] })).toBe('POSTING_RUNS');
  expect(await step(district, asked.approve, { id: exitId })).toBe('POSTING_RUNS');

  expect(await step(citizen, asked.object, { id: notice.id, line: 2 })).toBe('POSTING_OVER');
  expect(await step(nobody, asked.object, { id: notice.id, line: 1 })).toBe('UNAUTHENTICATED');
  const objection = await step(citizen, asked.object, { id: notice.id, line: 1 });
  expect(objection).toMatchObject({ answer: null });
  await steps.daysPass(exitId);
  expect(await shown()).not.toContain(notice.id);
  expect(await step(district, asked.approve, { id: exitId })).toBe('OBJECTION_OPEN');
  const skip = `update households.determination set at = at + 2, notice_id = null, posted_until = null, approved_by = gen_random_uuid(), approved_at = now(), document_number = 'x号文件' where id = $1`;
  await expect(world.sql.query(skip, [exitId])).rejects.toMatchObject({ constraint: 'determination_posting_over' });
  expect(await step(town, asked.answer, { id: objection.id, upheld: false })).toBe('OBJECTION_OWN');
  expect(
    await step({ ...district, personId: citizen.personId }, asked.answer, { id: objection.id, upheld: false }),
  ).toBe('OBJECTION_OWN');
  expect(await step(district, asked.answer, { id: objection.id, upheld: false })).toMatchObject({
    answer: '经核实不属实',
  });
  expect(await step(district, asked.answer, { id: objection.id, upheld: false })).toBe('OBJECTION_ANSWERED');
  expect(
    await step(citizen, 'query($id: ID!) { myObjection(id: $id) { answer determination { id } } }', {
      id: objection.id,
    }),
  ).toBe('FORBIDDEN');
});

test('the approval lies with the district, by a hand that laid none before, and sets the state with the sums of its village', async () => {
  const beside = world.caller('district-officer', '371203');
  expect(await step(beside, asked.approve, { id: exitId })).toBe('NOT_FOUND');
  for (const hand of [clerk, town])
    expect(await step({ ...district, personId: hand.personId }, asked.approve, { id: exitId })).toBe(
      'DETERMINATION_SAME_PERSON',
    );
  const [planned, lifted] = [await villageSum('planned-exit'), await villageSum('lifted-with-policies')];
  expect(await step(district, asked.approve, { id: exitId })).toMatchObject({
    household: { state: 'lifted-with-policies' },
    waitsFor: { code: 'announcement' },
  });
  expect([await villageSum('planned-exit'), await villageSum('lifted-with-policies')]).toEqual([
    planned - 1,
    lifted + 1,
  ]);
  expect((await statesOf(own.id)).slice(-2)).toEqual([
    { state: 'planned-exit', decided: true },
    { state: 'lifted-with-policies', decided: true },
  ]);
  expect(await step(district, asked.refuse, { id: exitId })).toBe('DETERMINATION_ENDED');
  expect((await step(district, asked.announce, { ids: [exitId] })).body).toContain('莱城扶〔2018〕9号');
  expect(await step(district, asked.show, { id: exitId })).toMatchObject({ status: 'completed' });
});

test('an exit that was approved is opened again by evidence, and names the payments it would put in question', async () => {
  const wrong = { ...input(), kind: 'wrongExit', reason: '入户发现住房为D级' };
  expect(await step(town, asked.propose, { input: wrong })).toBe('EVIDENCE_NEEDED');
  const evidence = randomUUID();
  await world.sql.query(
    `insert into households.evidence (id, sha256, kind, bytes, name, uploaded_by, uploaded_at) values ($1, $2, 'jpeg', 10, '住房.jpg', $3, now())`,
    [evidence, 'a'.repeat(64), town.personId],
  );
  const opened = await step(town, asked.propose, { input: { ...wrong, evidenceIds: [evidence] } });
  expect(opened.questioned).toEqual({ id: `${own.id}_${await steps.today()}` });
  expect(await step(clerk, asked.appraise, { id: opened.id, input: { ...vote, inFavour: 15 } })).toMatchObject({
    status: 'refused',
  });
});
