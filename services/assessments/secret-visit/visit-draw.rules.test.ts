// The draw is what its description says: drawn here a second time from the description alone, and moved by every one of its inputs.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type DrawInputs, drawVillages, frameHashOf, roundOf, seedHashOf } from './visit-draw.rules';

const sizes = { villagesPerMonth: 2, registeredHouseholds: 20, otherHouseholds: 5, rosterPlaces: 1000 };
const frame = Array.from({ length: 12 }, (_, at) => ({
  regionId: `village-${String(at).padStart(2, '0')}`,
  path: `0001/${String(at).padStart(4, '0')}/`,
  householdIds: Array.from({ length: at * 4 + 1 }, (_, of) => `household-${at}-${of}`),
}));
const inputs: DrawInputs = { seed: 'a1b2', frame, numberSource: 'welfare-3d', numberDay: '2018-05-02', number: '407' };
const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** By the description, without the code of the rules. */
function byHand({ seed, frame: list, numberSource, numberDay, number }: DrawInputs) {
  const sorted = [...list].sort((a, b) => (a.regionId < b.regionId ? -1 : 1));
  const written = sorted.map(
    ({ regionId, householdIds }) =>
      `{"householdIds":[${[...householdIds]
        .sort()
        .map((id) => `"${id}"`)
        .join(',')}],"regionId":"${regionId}"}`,
  );
  const frameHash = sha(`[${written.join(',')}]`);
  const key = sha(`["${seed}","${frameHash}","${numberSource}","${numberDay}","${number}"]`);
  const drawn = sorted
    .map((village) => ({ village, ticket: sha(`["${key}","village","${village.regionId}"]`) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, 2);
  return drawn.map(({ village: { regionId, householdIds } }) => {
    const places: number[] = [];
    for (let n = 1; places.length < 5; n++) {
      const place = Number(BigInt(`0x${sha(`["${key}","place","${regionId}",${n}]`).slice(0, 12)}`) % 1000n) + 1;
      if (!places.includes(place)) places.push(place);
    }
    const households = householdIds
      .map((id) => ({ id, ticket: sha(`["${key}","household","${id}"]`) }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    return { regionId, householdIds: households.slice(0, 20).map(({ id }) => id), otherPlaces: places };
  });
}

test('drawn again by the description alone it is the same', () => {
  for (const number of ['000', '407', '999'])
    expect(drawVillages({ ...inputs, number }, sizes).map(({ path: _, ...village }) => village)).toEqual(
      byHand({ ...inputs, number }),
    );
  expect(seedHashOf('a1b2')).toBe(sha('"a1b2"'));
});

test('the order of the list says nothing; seed, list and number each move the draw', () => {
  const names = (change: Partial<DrawInputs>) =>
    JSON.stringify(
      drawVillages({ ...inputs, ...change }, { ...sizes, villagesPerMonth: 6 }).map(({ regionId }) => regionId),
    );
  const drawn = names({});
  fc.assert(
    fc.property(fc.shuffledSubarray(frame, { minLength: frame.length }), (shuffled) => {
      expect(names({ frame: shuffled })).toBe(drawn);
      expect(frameHashOf(shuffled)).toBe(frameHashOf(frame));
    }),
    { numRuns: 20 },
  );
  for (const change of [{ seed: 'a1b3' }, { number: '408' }, { numberDay: '2018-05-03' }, { frame: frame.slice(1) }])
    expect(names(change)).not.toBe(drawn);
});

test('all households where there are fewer, all villages where there are fewer, none twice', () => {
  for (const village of drawVillages(inputs, { ...sizes, villagesPerMonth: 50 })) {
    const all = frame.find(({ regionId }) => regionId === village.regionId)?.householdIds ?? [];
    expect(village.householdIds).toHaveLength(Math.min(20, all.length));
    expect(new Set(village.householdIds).size).toBe(village.householdIds.length);
    expect(new Set(village.otherPlaces).size).toBe(5);
    for (const place of village.otherPlaces) expect(place >= 1 && place <= 1000).toBe(true);
  }
  expect(drawVillages(inputs, { ...sizes, villagesPerMonth: 50 })).toHaveLength(12);
  expect(roundOf('2018-05', 12)).toBe('2018-01');
  expect(roundOf('2018-05', 3)).toBe('2018-04');
  expect(roundOf('2018-12', 6)).toBe('2018-07');
  expect(roundOf('2018-05', 1)).toBe('2018-05');
});
