import { openHouseholds } from './open-households';
test('scratch', async () => {
  const t = Date.now();
  const h = await openHouseholds({});
  console.log('opened', Date.now() - t);
  const c = h.caller('office-director', '371200');
  const time = async (name: string, f: () => Promise<unknown>) => { const s = performance.now(); const r = await f(); console.log(name, (performance.now() - s).toFixed(1), JSON.stringify(r).slice(0, 700)); };
  const q = '{ households(first: 50) { edges { node { number region { id } address phone bankCard state members { name idNumber health } helper { id } lastVisit { visitedOn content } head { name } states { year state } visits(first: 2) { edges { node { visitedOn } } } } } pageInfo { endCursor hasNextPage } totalCount } }';
  for (let i = 0; i < 3; i++) await time('page', () => h.ask(c, q));
  const ents = 'query($r:[_Any!]!){ _entities(representations:$r) { ... on Region { id householdSummary(year: 2018) { households people byState { state households people } visits(quarter: "2018Q1") { owed done } } } } }';
  for (let i = 0; i < 3; i++) await time('city', () => h.ask(c, ents, { r: [{ __typename: 'Region', id: h.regionId('371200') }] }));
  const towns = h.city.regions.filter((r) => r.kind === 'town').map((r) => ({ __typename: 'Region', id: r.id }));
  for (let i = 0; i < 3; i++) await time('towns', () => h.ask(c, ents, { r: towns }));
  await time('filter', () => h.ask(c, '{ households(first: 3, sort: region, filter: { state: "not-lifted", visitedBefore: "2018-12-01" }) { totalCount edges { node { number } } } }'));
  await h.close();
});
