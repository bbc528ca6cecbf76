// The generated city is exact, repeatable, whole, and made of numbers that pass their check digits and belong to nobody.
import { createHash } from 'node:crypto';
import { isBankCard, isIdentityNumber } from '#platform/vocabulary/identity-number';
import { type City, generateCity } from './city';
import { makeUnitChecklist } from './make-unit-checklist';
import { manifestOf, printManifest } from './manifest';
import { readInput } from './read-input';

const city = generateCity();
const manifest = manifestOf(city);
const sumOf = (amounts: bigint[]) => amounts.reduce((a, b) => a + b, 0n);

test('the totals are exact', () => {
  expect(city.households).toHaveLength(16_977);
  expect(city.members).toHaveLength(26_000);
  expect([manifest.city.visits, manifest.city.payments]).toEqual([204_000, 68_000 + 7]);
  const count = (kind: string) => city.regions.filter((region) => region.kind === kind).length;
  expect(['province', 'city', 'district', 'zone', 'town', 'village'].map(count)).toEqual([1, 1, 2, 4, 20, 1070]);
  expect(city.units.filter((unit) => unit.inLeadingGroup)).toHaveLength(41);
  expect(city.unitTasks).toHaveLength(229);
  const lifted = (year: number) =>
    city.states.filter((row) => row.year === year && row.state.startsWith('lifted')).length;
  expect([lifted(2016), lifted(2017), lifted(2018)]).toEqual([10_186, 15_789, 15_789]);
});

test('the same seed gives the same city, another seed another', () => {
  const small = (seed?: number) => hashOf(generateCity({ households: 300, seed }));
  expect(small()).toBe(small());
  expect(small(1)).not.toBe(small());
  expect(hashOf(generateCity())).toBe(hashOf(city));
});

test('ids are uuid v7 in shape and nothing shares one', () => {
  const { regions, units, persons, appointments, households, members, pairings, allotments, batches } = city;
  const lists = [regions, units, persons, appointments, households, members, pairings, allotments, batches];
  const rows = [...lists.flat(), ...city.visits(), ...city.payments(), ...city.progress];
  const ids = new Set(rows.map((row) => row.id));
  expect(ids.size).toBe(rows.length);
  const ill = [...ids].filter(
    (id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
  );
  expect(ill).toEqual([]);
});

test('numbers pass their check digits, are held once, and cannot have been issued', () => {
  const numbers = city.members.map((member) => member.idNumber);
  expect(numbers.filter((number) => !isIdentityNumber(number) || !number.startsWith('371299'))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  const ill = city.members.filter(
    ({ idNumber, birthday, sex }) =>
      idNumber.slice(6, 14) !== birthday.replaceAll('-', '') || (Number(idNumber[16]) % 2 === 1) !== (sex === 'male'),
  );
  expect(ill).toEqual([]);
  const cards = city.households.map((household) => household.bankCard);
  expect(cards.filter((card) => !isBankCard(card) || !card.startsWith('999900'))).toEqual([]);
  expect(new Set(cards).size).toBe(cards.length);
  expect(city.households.filter((household) => !/^154\d{8}$/.test(household.phone))).toEqual([]);
});

test('every household is paired once, has one head, and lives in a village on its path', () => {
  expect(new Set(city.pairings.map((pairing) => pairing.householdId)).size).toBe(city.households.length);
  expect(city.pairings).toHaveLength(city.households.length);
  const people = new Set(city.persons.map((person) => person.id));
  expect(city.pairings.filter((pairing) => !people.has(pairing.helperId))).toEqual([]);
  const heads = new Set(city.members.filter((member) => member.relation === 'head').map((member) => member.id));
  expect(city.households.filter((household) => !heads.has(household.headMemberId))).toEqual([]);
  expect(heads.size).toBe(city.households.length);
  const regions = new Map(city.regions.map((region) => [region.id, region]));
  const astray = city.households.filter(({ regionId, path }) => {
    const region = regions.get(regionId);
    return region?.kind !== 'village' || region.path !== path;
  });
  expect(astray).toEqual([]);
});

test('zones run their towns while the codes stay with the district', () => {
  const named = (name: string) => city.regions.find((region) => region.name === name);
  const [zone, district] = [named('雪野旅游区'), named('莱城区')];
  for (const name of ['雪野镇', '大王庄镇', '茶业口镇']) {
    expect(named(name)).toMatchObject({ parentId: zone?.id, statisticalParentId: district?.id });
    expect(named(name)?.path.startsWith(zone?.path ?? '?')).toBe(true);
  }
  expect(named('鹏泉街道')?.parentId).toBe(named('经济开发区')?.id);
  expect(zone?.code).toBeNull();
});

test('the demo helper has six households in the village of the clerk and the first secretary', () => {
  const appointmentOf = (account: string) => {
    const personId = city.demoAccounts.find((each) => each.account === account)?.personId;
    return city.appointments.find((each) => each.personId === personId);
  };
  const village = appointmentOf('village-kouzhen')?.regionId;
  expect(appointmentOf('first-secretary')?.regionId).toBe(village);
  const helper = appointmentOf('helper-kouzhen')?.personId;
  const paired = new Set(city.pairings.filter((each) => each.helperId === helper).map((each) => each.householdId));
  expect(paired.size).toBe(6);
  expect(city.households.filter((each) => paired.has(each.id) && each.regionId !== village)).toEqual([]);
});

test('allotment lines cover what is paid on them, and lines of money stay between 50 and 1,200 yuan', () => {
  const lineOfBatch = new Map(city.batches.map((batch) => [batch.id, batch.allotmentLineId]));
  const paid = new Map<string, bigint>();
  for (const { batchId, amountFen } of city.payments()) {
    const line = lineOfBatch.get(batchId) ?? '';
    paid.set(line, (paid.get(line) ?? 0n) + amountFen);
    if (amountFen < 5_000n || amountFen > 120_000n) throw new Error(`a line of ${amountFen} fen`);
  }
  const lines = city.allotments.flatMap((allotment) => allotment.lines);
  expect(paid.size).toBe(lines.length);
  expect(lines.filter((line) => line.amountFen <= (paid.get(line.id) ?? 0n))).toEqual([]);
  const early = city.batches.filter(
    (batch) => !(batch.appliedOn < batch.approvedOn && batch.approvedOn < batch.paidOn),
  );
  expect(early).toEqual([]);
});

test('every task has a weight in a hundred, and nobody confirms a report of their own', () => {
  const weights = new Map<string, number>();
  for (const task of city.unitTasks) weights.set(task.unitId, (weights.get(task.unitId) ?? 0) + task.weight);
  for (const task of city.regionTasks) weights.set(task.regionId, (weights.get(task.regionId) ?? 0) + task.weight);
  expect(new Set(weights.values())).toEqual(new Set([100]));
  expect(weights.size).toBe(41 + 6 + 20);
  expect(city.progress.filter((row) => row.confirmedBy === row.reportedBy)).toEqual([]);
  expect(city.progress.filter((row) => (row.confirmedBy === null) !== (row.outcome === null))).toEqual([]);
});

test('children add up to their parents in the managing tree', () => {
  const parentPath = (path: string) => path.slice(0, -5);
  for (const parent of manifest.regions.filter((region) => region.kind !== 'village')) {
    const children = manifest.regions.filter(
      (region) => region.path !== parent.path && parentPath(region.path) === parent.path,
    );
    const whole = (name: 'households' | 'people' | 'visits' | 'payments') =>
      children.reduce((sum, each) => sum + each[name], 0);
    const { households, people, visits, payments } = parent;
    expect({ households, people, visits, payments }).toEqual({
      households: whole('households'),
      people: whole('people'),
      visits: whole('visits'),
      payments: whole('payments'),
    });
    expect(BigInt(parent.paidFen)).toBe(sumOf(children.map((each) => BigInt(each.paidFen))));
    expect(Object.values(parent.states2018).reduce((a, b) => a + b, 0)).toBe(parent.households);
  }
});

test('a scaled city keeps its proportions and fills every town', () => {
  const small = generateCity({ households: 300, people: 500 });
  expect([small.households.length, small.members.length]).toEqual([300, 500]);
  expect([...small.visits()].length).toBe(Math.round((204_000 * 300) / 16_977));
  expect([...small.payments()].length).toBe(Math.round((68_000 * 300) / 16_977));
  const towns = manifestOf(small).regions.filter((region) => region.kind === 'town');
  expect(towns.filter((town) => town.households === 0)).toEqual([]);
  expect(() => generateCity({ households: 10 })).toThrow('at least 60');
  expect(() => generateCity({ households: 100, people: 99 })).toThrow('cannot live in');
});

test('what is committed is what the generator makes', () => {
  expect(readInput('manifest.json')).toBe(printManifest(manifest));
  expect(JSON.parse(readInput('../checklists/units-2018.json'))).toEqual(makeUnitChecklist());
});

function hashOf({ visits, payments, ...rows }: City): string {
  const hash = createHash('sha256');
  const text = (row: unknown) => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
  hash.update(text(rows));
  for (const row of visits()) hash.update(text(row));
  for (const row of payments()) hash.update(text(row));
  return hash.digest('hex');
}
