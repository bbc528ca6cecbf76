// Every code that the generated city uses stands in a dictionary (字典), once, in Chinese and English.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { posts } from '#platform/vocabulary/caller';
import { generateCity } from './city';
import { formFactsOf } from './form-facts';
import { inputPath } from './read-input';

interface Dictionary {
  name: string;
  version: string;
  source: string;
  entries: { code: string; zh: string; en: string }[];
}

const folder = join(dirname(inputPath('')), 'dictionaries');
const dictionaries = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Dictionary,
);
const codesOf = (name: string) =>
  dictionaries.find((each) => each.name === name)?.entries.map((entry) => entry.code) ?? [];
const city = generateCity({ households: 1000 });
const further = city.members.map((row) => formFactsOf(row, { type: 'dibao' }));

test.each(dictionaries.map((each) => [each.name, each] as const))('%s is whole', (_, { version, source, entries }) => {
  expect([version, source].every((text) => text.length > 0)).toBe(true);
  expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
  const ill = entries.filter(
    ({ code, zh, en }) => !/^[a-z]+(-[a-z]+)*$/.test(code) || !/\p{Script=Han}/u.test(zh) || !/[a-z]/i.test(en),
  );
  expect(ill).toEqual([]);
});

test.each([
  ['identification-standard', city.households.map((row) => row.standard)],
  ['household-type', city.households.map((row) => row.type)],
  ['poverty-cause', city.households.flatMap((row) => [row.mainCause, ...row.otherCauses])],
  ['exit-state', city.states.map((row) => row.state)],
  ['relation', city.members.map((row) => row.relation)],
  ['ethnicity', city.members.map((row) => row.ethnicity)],
  ['education', city.members.map((row) => row.education)],
  ['health', city.members.map((row) => row.health)],
  ['labour', city.members.map((row) => row.labour)],
  ['sex', city.members.map((row) => row.sex)],
  ['insurance', city.members.map((row) => row.insured)],
  ['schooling', further.map((row) => row.schooling)],
  ['work-place', further.map((row) => row.workPlace)],
  ['disability-kind', further.flatMap((row) => row.disabilityKind ?? [])],
  ['visit-measure', [...city.visits()].map((row) => row.measure)],
  ['spending-purpose', [...city.allotments, ...city.batches].map((row) => row.purpose)],
  ['region-kind', city.regions.map((row) => row.kind)],
  ['unit-kind', city.units.map((row) => row.kind)],
  ['unit-line', city.units.map((row) => row.line ?? '')],
  ['post', [...posts, ...city.appointments.map((row) => row.post)]],
])('codes of %s are known', (name, used) => {
  const known = new Set(codesOf(name));
  expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([]);
});
