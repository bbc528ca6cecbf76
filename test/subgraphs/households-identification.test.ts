// How a determination ends otherwise than planned, and how who is identified is born: an upheld objection, a form that is sealed and erased.
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
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

test('an objection that is upheld ends it, and a planned exit falls back', async () => {
  const other = steps.householdIn('planned-exit', '371202');
  const its = world.caller('village-clerk', steps.codeOfVillage(other));
  const checkedOn = await steps.today();
  await step(its, asked.check, { input: { householdId: other.id, checkedOn, answers: answers() } });
  const proposed = await step(its, asked.propose, { input: { ...input(), householdId: other.id, despite: '已核实' } });
  await step(its, asked.appraise, { id: proposed.id, input: vote });
  const village = world.city.regions.find(({ id }) => id === other.regionId);
  const above = world.caller('town-officer', world.city.regions.find(({ id }) => id === village?.parentId)?.name ?? '');
  await step(above, asked.review, { id: proposed.id });
  await step(above, asked.verify, { id: proposed.id, input: signed });
  const notice = await step(its, asked.post, { ids: [proposed.id] });
  const objection = await step(citizen, asked.object, { id: notice.id, line: 1 });
  await step(district, asked.answer, { id: objection.id, upheld: true });
  expect(await step(district, asked.show, { id: proposed.id })).toMatchObject({ status: 'refused' });
  expect((await statesOf(other.id)).at(-1)).toEqual({ state: 'not-lifted', decided: true });
});

test('who is identified is born by the approval, with his numbers sealed until then and never in the plain', async () => {
  const idNumber = `37129919550505801${identityCheckDigit('37129919550505801')}`;
  const member = {
    name: '赵试新',
    idNumber,
    relation: 'head',
    ethnicity: 'han',
    education: 'primary',
    health: 'chronic-illness',
    labour: 'none',
    insured: 'resident',
  };
  const form = {
    regionId: own.regionId,
    standard: 'provincial',
    type: 'general-poor',
    mainCause: 'illness',
    address: '某村1号',
    registeredOn: '2018-06-01',
    members: [member],
  };
  const proposed = await step(clerk, asked.identify, { input: { household: form, reason: '患病致贫' } });
  expect(proposed).toMatchObject({ status: 'open', household: null });
  expect(await step(clerk, asked.identify, { input: { household: form, reason: '患病致贫' } })).toBe(
    'DETERMINATION_OPEN',
  );
  const { id } = proposed;
  const stored = await world.sql.query('select d::text as row from households.determination d where id = $1', [id]);
  expect(stored.rows[0].row).not.toContain(idNumber);
  expect(stored.rows[0].row).not.toContain('赵试新');
  await step(clerk, asked.appraise, { id, input: vote });
  for (const poster of [clerk, town]) {
    expect((await step(poster, asked.post, { ids: [id] })).lines[0].head).toBe('赵**');
    await steps.daysPass(id);
    if (poster === clerk) await step(town, asked.review, { id });
  }
  const city = world.caller('office-officer', '371200');
  expect(await step(city, asked.compare, { id })).toMatchObject({ waitsFor: { code: 'approval' } });
  const before = await villageSum('newly-identified');
  const born = await step(district, asked.approve, { id });
  expect(born.household).toMatchObject({ state: 'newly-identified' });
  expect(await villageSum('newly-identified')).toBe(before + 1);
  const { rows } = await world.sql.query(
    'select form_sealed, household_id from households.determination where id = $1',
    [id],
  );
  expect(rows).toEqual([{ form_sealed: null, household_id: born.household.id }]);
  expect(await statesOf(born.household.id)).toEqual([{ state: 'newly-identified', decided: true }]);
});
