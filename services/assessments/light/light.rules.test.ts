// Lights of a quarter: the last three, the bound of 60, the third yellow running, and the same answer in any order of input.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import { lightsOf, type PastLight, type PeerScore, quarterBefore } from './light.rules';
import { type LightPack, parseLightPack } from './light-pack.rules';

const json = (): LightPack => JSON.parse(readFileSync(join(projectRoot, 'data/lights/towns-2018.json'), 'utf8'));
const pack = parseLightPack(json());
const peers = (...scores: (string | null)[]): PeerScore[] =>
  scores.map((score, at) => ({ regionCode: `37120210${at}`, score }));
const seven = peers('95.00', '90.00', '85.00', '80.00', '75.00', '70.00', '59.99');
const yellow = (regionCode: string, ...quarters: string[]): PastLight[] =>
  quarters.map((quarter) => ({ regionCode, quarter, light: 'yellow' }));
const lights = (...of: Parameters<typeof lightsOf> extends [string, ...infer Rest] ? Rest : never) =>
  lightsOf('2018Q3', ...of).map(({ light }) => light);

test('the last three are yellow, and one of them below 60 is red, with the evidence of both', () => {
  expect(lights(seven, [], pack)).toEqual(['green', 'green', 'green', 'green', 'yellow', 'yellow', 'red']);
  const last = lightsOf('2018Q3', seven, [], pack)[6];
  expect(last).toMatchObject({ rank: 7, peers: 7 });
  expect(last?.triggers.map(({ trigger }) => trigger)).toEqual(['last-three', 'below-sixty']);
  expect(last?.triggers[1]?.zh).toBe('得分低于 60 分亮红灯：得分 59.99，低于 60');
});

test('60.00 is not below 60, and a group of five is not lit by rank', () => {
  expect(lights(peers('95.00', '90.00', '85.00', '80.00', '60.00'), [], pack)).toEqual(Array(5).fill('green'));
});

test('the third yellow running is red; a quarter between, a red, or a green breaks the run', () => {
  const sixth = seven[5]?.regionCode ?? '';
  const light = (past: PastLight[]) => lights(seven, past, pack)[5];
  expect(light(yellow(sixth, '2018Q2', '2018Q1'))).toBe('red');
  expect(light(yellow(sixth, '2018Q2'))).toBe('yellow');
  expect(light(yellow(sixth, '2018Q2', '2017Q4'))).toBe('yellow');
  expect(light([...yellow(sixth, '2018Q1'), { regionCode: sixth, quarter: '2018Q2', light: 'red' }])).toBe('yellow');
  expect(light(yellow('371202100', '2018Q2', '2018Q1'))).toBe('yellow');
  expect(lights(seven, yellow('371202100', '2018Q2', '2018Q1'), pack)[0]).toBe('green');
  expect([quarterBefore('2018Q1'), quarterBefore('2018Q4')]).toEqual(['2017Q4', '2018Q3']);
});

test('equal scores rank by region code, and a region that was not scored stays unlit and out of the count', () => {
  const tied = peers('80.00', '80.00', '80.00', '80.00', '80.00', '80.00', null);
  const outcome = lightsOf('2018Q3', tied, [], pack);
  expect(outcome.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, null]);
  expect(outcome.map(({ light }) => light)).toEqual(['green', 'green', 'green', 'yellow', 'yellow', 'yellow', 'unlit']);
  expect(outcome[0]?.peers).toBe(6);
});

const score = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 5000, max: 10000 }).map((hundredths) => (hundredths / 100).toFixed(2)) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const group = fc.array(score, { minLength: 1, maxLength: 10 }).map((scores) => peers(...scores));
const past = fc.array(
  fc.record({
    regionCode: fc.integer({ min: 0, max: 9 }).map((at) => `37120210${at}`),
    quarter: fc.constantFrom('2018Q2', '2018Q1', '2017Q4'),
    light: fc.constantFrom('yellow', 'red', 'green'),
  }),
);
const pastOnce = past.map(
  (all) => [...new Map(all.map((one) => [`${one.regionCode} ${one.quarter}`, one])).values()] as PastLight[],
);

test('any order of scores and of past lights gives the same lights and the same hashes', () => {
  const shuffled = fc.tuple(group, pastOnce).chain(([scores, past]) =>
    fc.record({
      scores: fc.constant(scores),
      past: fc.constant(past),
      otherScores: fc.shuffledSubarray(scores, { minLength: scores.length }),
      otherPast: fc.shuffledSubarray(past, { minLength: past.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ scores, past, otherScores, otherPast }) => {
      expect(lightsOf('2018Q3', otherScores, otherPast, pack)).toEqual(lightsOf('2018Q3', scores, past, pack));
    }),
  );
});

test('every yellow and red says why, every green has no reason, and a changed score changes the hash', () => {
  fc.assert(
    fc.property(group, pastOnce, (scores, past) => {
      for (const { light, triggers } of lightsOf('2018Q3', scores, past, pack)) {
        expect(triggers.length > 0).toBe(light === 'yellow' || light === 'red');
        expect(triggers.some((trigger) => trigger.light === 'red')).toBe(light === 'red');
      }
    }),
  );
  const hash = (scores: PeerScore[]) => lightsOf('2018Q3', scores, [], pack)[0]?.inputsHash;
  expect(hash(peers('95.00', '90.00'))).not.toBe(hash(peers('95.00', '90.01')));
  expect(hash(seven)).not.toBe(lightsOf('2018Q3', seven, yellow('371202100', '2018Q2'), pack)[0]?.inputsHash);
});

test('a region twice, a score of another form, and an ill pack are refused by name', () => {
  expect(() => lightsOf('2018Q3', [...seven, ...peers('1.00')], [], pack)).toThrow(
    expect.objectContaining({ code: 'PEER_REPEATED' }),
  );
  expect(() => lightsOf('2018Q3', peers('80'), [], pack)).toThrow(
    expect.objectContaining({ code: 'PEER_SCORE_INVALID' }),
  );
  const ill = json();
  Object.assign(ill.triggers[0] ?? {}, { minPeers: 3 });
  expect(() => parseLightPack(ill)).toThrow(
    expect.objectContaining({
      code: 'LIGHT_PACK_INVALID',
      facts: expect.objectContaining({ field: 'triggers.0.minPeers' }),
    }),
  );
});
