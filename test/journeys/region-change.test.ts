// The abolition of Laiwu into Jinan (莱芜市并入济南市), as a drill: proposed, approved, carried out once; rights and sums before and after.
import { readRegionChange, stepsOf } from '../../data/changes/read-region-change';
import type { Answer, GraphClient } from '../harness/client';
import { openWorld, type World } from '../harness/world';

const file = readRegionChange('2019-01-09-laiwu-into-jinan');
const PROPOSE =
  'mutation($input: ProposeRegionChangeInput!) { proposeRegionChange(input: $input) { id state regionsConcerned } }';
const APPROVE =
  'mutation($id: ID!, $document: String!) { approveRegionChange(id: $id, documentNumber: $document) { state } }';
const EXECUTE = 'mutation($id: ID!) { executeRegionChange(id: $id) { state epoch executedAt } }';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world?.close());

/** Whoever is told that the tree is moving comes again. */
async function arrived(client: GraphClient, query: string): Promise<Answer<any>> {
  for (let attempt = 0; ; attempt++) {
    const answer = await client.ask<any>(query);
    const moving = answer.errors.some(({ extensions }) => extensions.code === 'SCOPE_MOVING');
    if (!moving || attempt > 200) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the city is abolished', async () => {
  const [officer, director, observer] = await Promise.all(
    ['city-officer', 'city-director', 'province-observer'].map(world.as),
  );
  if (!officer || !director || !observer) throw new Error('three accounts sign in');
  const { regions } = world.city;
  const idOf = (named: string) => regions.find(({ code, name }) => code === named || name === named)?.id;
  const input = { title: file.title, effectiveOn: file.effectiveOn, steps: stepsOf(file, idOf) };
  const { id } = (await officer.get(PROPOSE, { input })).proposeRegionChange;
  expect(await officer.refused(APPROVE, { id, document: file.documentNumber })).toBe('FORBIDDEN');
  expect(await director.refused(EXECUTE, { id })).toBe('REGION_CHANGE_STATE');
  await director.get(APPROVE, { id, document: file.documentNumber });
  expect((await director.get(EXECUTE, { id })).executeRegionChange).toMatchObject({ state: 'executed', epoch: 2 });
  const { data } = await arrived(
    observer,
    '{ regionByCode(code: "370100") { householdSummary(year: 2018) { households } } }',
  );
  expect(data.regionByCode.householdSummary.households).toBe(340);
});
