// What tests of determinations stand on: a household that is not lifted, its clerk, town and district, and what its states and sums became.
import { determinationSteps } from './determination-steps';
import { openHouseholds } from './open-households';

export type DeterminationDesk = Awaited<ReturnType<typeof openDeterminations>>;

export async function openDeterminations() {
  const world = await openHouseholds({ households: 340, people: 520 });
  const steps = determinationSteps(world);
  const own = steps.householdIn('not-lifted', '371202');
  const village = world.city.regions.find(({ id }) => id === own.regionId);
  const above = world.city.regions.find(({ id }) => id === village?.parentId);
  const year = Number((await steps.today()).slice(0, 4));
  return {
    world,
    steps,
    step: steps.step,
    own,
    year,
    clerk: world.caller('village-clerk', village?.code ?? ''),
    town: world.caller('town-officer', above?.name ?? ''),
    district: world.caller('district-officer', '371202'),
    citizen: world.caller('public', null),
    input: (change: object = {}) => ({
      householdId: own.id,
      kind: 'exit',
      year,
      reason: '收入稳定，三保障到位',
      ...change,
    }),
    async statesOf(id: string) {
      const sql =
        'select state, determination_id is not null as decided from households.household_state where household_id = $1 order by year, ordinal';
      return (await world.sql.query(sql, [id])).rows;
    },
    async villageSum(state: string): Promise<number> {
      const sql =
        'select coalesce(sum(households), 0) as n from households.village_states where region_id = $1 and state = $2';
      return Number((await world.sql.query(sql, [own.regionId, state])).rows[0].n);
    },
  };
}
