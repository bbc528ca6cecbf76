// The ten procedures as shipped: two sets of five, each with its weight; a pack that is wrong is refused by the field.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { parseProcedurePack, problemsOfSets } from './procedure-pack.rules';

const folder = join(projectRoot, 'data/procedures');
const shipped = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const coded = (field: string) =>
  expect.objectContaining({ code: 'PROCEDURE_PACK_INVALID', facts: expect.objectContaining({ field }) });

test('ten procedures are shipped, five of units and five of regions, and what is assumed says so', () => {
  const packs = shipped.map(parseProcedurePack);
  expect(packs).toHaveLength(10);
  expect(problemsOfSets(packs)).toEqual([]);
  for (const pack of packs) expect(pack.assumed.length).toBeGreaterThan(0);
});

test('a set that lacks one, has one twice, or does not make 100 is told', () => {
  const packs = shipped.map(parseProcedurePack);
  expect(problemsOfSets(packs.slice(1))).toHaveLength(2);
  expect(problemsOfSets([...packs, ...packs.slice(0, 1)])).toHaveLength(2);
});

test('a wrong pack is refused by the name of its field', () => {
  const [pack] = shipped.filter(({ kind }) => kind === 'airing');
  expect(() => parseProcedurePack({ ...pack, set: 'regions' })).toThrow(coded('kind'));
  expect(() => parseProcedurePack({ ...pack, inspected: ['town'] })).toThrow(coded('inspected'));
  expect(() => parseProcedurePack({ ...pack, steps: ['planned', 'released'] })).toThrow(coded('steps'));
  expect(() => parseProcedurePack({ ...pack, weight: 0 })).toThrow(coded('weight'));
});
