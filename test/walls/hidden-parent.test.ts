// A parent that may not be seen (S22): a deed under it is answered as under one that does not exist, and no row changes.
import { randomUUID } from 'node:crypto';
import { openWorld, type World } from '../harness/world';
import { databasePrint } from './database-print';
import { bytesOf, type Deed, deeds, doDeed, lotOf, ofOtherTown, ofTown, regionOf, taskOf } from './deeds';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Each names a parent that its asker may not see: the same is asked with an id that does not exist. */
const hiddenParents: [account: string, what: string, mutation: string, hidden: (world: World) => string][] = [
  [
    'town-kouzhen',
    'revealHousehold',
    'mutation($id: ID!) { revealHousehold(householdId: $id, reason: "核对发放名单") { name } }',
    ofOtherTown,
  ],
  [
    'town-kouzhen',
    'addMember',
    'mutation($id: ID!) { addMember(householdId: $id, member: { name: "王五", idNumber: "11010519491231002X", relation: "spouse", ethnicity: "han", education: "primary", health: "healthy", labour: "ordinary", insured: "resident" }) { id } }',
    ofOtherTown,
  ],
  [
    'town-kouzhen',
    'registerHousehold',
    'mutation($id: ID!) { registerHousehold(idempotencyKey: "hidden-village", input: { regionId: $id, standard: "national", type: "general", mainCause: "illness", address: "村内", registeredOn: "2018-05-02", members: [] }) { id } }',
    (world) => world.city.households.find((household) => household.id === ofOtherTown(world))?.regionId ?? '',
  ],
  [
    'zone-xueye',
    'setHouseholdState',
    'mutation($id: ID!) { setHouseholdState(householdId: $id, year: 2018, state: "returned", documentNumber: "雪野〔2018〕1号") { id } }',
    ofTown,
  ],
  [
    'district-gangcheng',
    'pairHelper',
    `mutation($id: ID!) { pairHelper(householdId: $id, helperId: "${randomUUID()}", from: "2018-05-02") { id } }`,
    ofTown,
  ],
  [
    'town-kouzhen',
    'reportProgress',
    'mutation($id: ID!) { reportProgress(input: { taskId: $id, quarter: "2018Q3", percent: 50, note: "已开展" }) { id } }',
    (world) => taskOf(world, '371203100'),
  ],
  [
    'unit-health',
    'reportProgress',
    'mutation($id: ID!) { reportProgress(input: { taskId: $id, quarter: "2018Q3", percent: 50, note: "已开展" }) { id } }',
    (world) => taskOf(world, '371203100'),
  ],
  [
    'town-kouzhen',
    'withdrawDisbursement',
    'mutation($id: ID!) { withdrawDisbursement(id: $id, reason: "名单有误需更正") { id } }',
    (world) => world.city.batches.find((batch) => batch.regionId === regionOf(world, '371203100'))?.id ?? '',
  ],
];

test.each(hiddenParents)(
  '%s · %s: a hidden parent answers as an absent one, and nothing changes',
  async (account, _what, mutation, hidden) => {
    const client = await world.as(account);
    const before = await databasePrint(world);
    const answer = await client.ask(mutation, { id: hidden(world) });
    expect(answer.errors.map((error) => error.extensions.code)).toEqual(['NOT_FOUND']);
    expect(bytesOf(await client.ask(mutation, { id: randomUUID() }))).toBe(bytesOf(answer));
    expect(await databasePrint(world)).toEqual(before);
  },
);

test('an application may name neither a hidden lot nor a hidden household, and cannot tell them from absent ones', async () => {
  const town = deeds.find((deed) => deed.field === 'applyDisbursement') as Deed;
  await world.as(town.account);
  const before = await databasePrint(world);
  const lot = (allotmentLineId: string) => doDeed(world, town, { ...town.input(world), allotmentLineId });
  expect(bytesOf(await lot(lotOf(world, '371203100')))).toBe(bytesOf(await lot(randomUUID())));
  const household = (householdId: string) =>
    doDeed(world, town, { ...town.input(world), lines: [{ householdId, amount: '100.00' }] });
  expect(bytesOf(await household(ofOtherTown(world)))).toBe(bytesOf(await household(randomUUID())));
  expect(await databasePrint(world)).toEqual(before);
});

test.each(['first-secretary', 'helper-kouzhen'])(
  '%s · recordVisits: a hidden household answers in a batch as an absent one, and nothing changes',
  async (account) => {
    const client = await world.as(account);
    const before = await databasePrint(world);
    const visit = { visitedOn: '2018-05-02', met: '户主', content: '了解情况', measure: 'rain-dew-plan' };
    const told = (householdId: string) =>
      client.ask(
        'mutation($visits: [VisitInput!]!) { recordVisits(visits: $visits) { id visit { id } refusal { code message facts } } }',
        { visits: [{ ...visit, id: randomUUID(), householdId }] },
      );
    const answer = await told(ofOtherTown(world));
    expect(answer.data).toMatchObject({ recordVisits: [{ visit: null, refusal: { code: 'NOT_FOUND' } }] });
    expect(bytesOf(await told(randomUUID()))).toBe(bytesOf(answer));
    expect(await databasePrint(world)).toEqual(before);
  },
);
