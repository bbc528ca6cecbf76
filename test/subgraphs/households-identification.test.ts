// How a determination ends otherwise than planned, and how who is identified is born: an upheld objection, a form that is sealed and erased.
import type { Caller } from '#platform/vocabulary/caller';
import { identityCheckDigit } from '#platform/vocabulary/identity-number';
import type { HouseholdRow } from '../../data/generate/city';
import { answers, asked, determinationSteps, signed, vote } from './determination-steps';
import { type HouseholdsOnly, openHouseholds } from './open-households';

let world: HouseholdsOnly;
let steps: ReturnType<typeof determinationSteps>;
let own: HouseholdRow;
let clerk: Caller;
let town: Caller;
let district: Caller;
let citizen: Caller;
let year: number;
beforeAll(async () => {
  world = await openHouseholds({ households: 340, people: 520 });
  steps = determinationSteps(world);
  own = steps.householdIn('not-lifted', '371202');
  const village = world.city.regions.find(({ id }) => id === own.regionId);
  const above = world.city.regions.find(({ id }) => id === village?.parentId);
  clerk = world.caller('village-clerk', village?.code ?? '');
  town = world.caller('town-officer', above?.name ?? '');
  district = world.caller('district-officer', '371202');
  citizen = world.caller('public', null);
  year = Number((await steps.today()).slice(0, 4));
}, 60_000);
afterAll(() => world?.close());

const { step } = { step: (...args: Parameters<typeof steps.step>) => steps.step(...args) };
const input = (change: object = {}) => ({
  householdId: own.id,
  kind: 'exit',
  year,
  reason: '收入稳定，三保障到位',
  ...change,
});
const statesOf = async (id: string) =>
  (
    await world.sql.query(
      'select state, determination_id is not null as decided from households.household_state where household_id = $1 order by year, ordinal',
      [id],
    )
  ).rows;
const villageSum = async (state: string) =>
  Number(
    (
      await world.sql.query(
        'select coalesce(sum(households), 0) as n from households.village_states where region_id = $1 and state = $2',
        [own.regionId, state],
      )
    ).rows[0].n,
  );

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
