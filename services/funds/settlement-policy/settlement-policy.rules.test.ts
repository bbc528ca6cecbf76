// A policy pack is refused on adoption by the name of the first field that is wrong, and the packs that ship are sound.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { packHash } from '#platform/vocabulary/canonical';
import { Refusal } from '#platform/vocabulary/refusal';
import { holdsFor, type PolicyPack, parsePolicyPack } from './settlement-policy.rules';

const folder = join(projectRoot, 'data/settlement-policies');
const shipped = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): PolicyPack => JSON.parse(readFileSync(join(folder, file), 'utf8'));

function refusedField(change: (pack: PolicyPack) => void): unknown {
  const pack = read('rizhao-2018-04.json');
  change(pack);
  try {
    parsePolicyPack(pack);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'POLICY_PACK_INVALID') return error.facts.field;
    throw error;
  }
  return null;
}

const critical = (pack: PolicyPack) => pack.layers[1] as PolicyPack['layers'][number];
const bracket = (pack: PolicyPack, at: number) => critical(pack).brackets[at] as { from: string; to: string | null };

test.each(shipped)('%s is sound, named after its file, and says what is assumed', (file) => {
  const pack = parsePolicyPack(read(file));
  expect(`${pack.name}.json`).toBe(file);
  expect(pack.assumed.length).toBeGreaterThan(0);
  expect(packHash(pack)).toBe(packHash(read(file)));
});

test.each<[string, string | null, (pack: PolicyPack) => void]>([
  ['the pack as shipped', null, () => {}],
  ['an unknown base', 'layers.1.base', (pack) => Object.assign(critical(pack), { base: 'everything' })],
  ['an unknown field', 'extra', (pack) => Object.assign(pack, { extra: 1 })],
  [
    'a gap in the brackets',
    'layers.1.brackets.1.from',
    (pack) => Object.assign(bracket(pack, 1), { from: '100000.01' }),
  ],
  ['an overlap', 'layers.1.brackets.2.from', (pack) => Object.assign(bracket(pack, 2), { from: '199999' })],
  [
    'brackets that do not start at 0',
    'layers.1.brackets.0.from',
    (pack) => Object.assign(bracket(pack, 0), { from: '6000' }),
  ],
  ['a bracket closed above', 'layers.1.brackets.3.to', (pack) => Object.assign(bracket(pack, 3), { to: '900000' })],
  ['a rate above 1', 'layers.2.rate', (pack) => Object.assign(pack.layers[2] ?? {}, { rate: '1.5' })],
  [
    'a yearly cap without its total',
    'layers.1.feeds.paid',
    (pack) => Object.assign(critical(pack), { feeds: { deductible: 'a', base: 'b' } }),
  ],
  [
    'one total of two kinds',
    'layers.1.feeds.base',
    (pack) => Object.assign(critical(pack).feeds, { base: 'critical-deductible' }),
  ],
  ['a figure without a source', 'layers.1.figures', (pack) => Object.assign(critical(pack), { figures: [] })],
  [
    'a source that is not listed',
    'layers.1.figures.0.source',
    (pack) => Object.assign(critical(pack).figures[0] ?? {}, { source: 'hearsay' }),
  ],
  [
    'a top-up without the share',
    'layers.4.patientShareByGrade',
    (pack) => Object.assign(pack.layers[4] ?? {}, { patientShareByGrade: null, figures: [] }),
  ],
  ['a layer named twice', 'layers.1.layer', (pack) => Object.assign(critical(pack), { layer: 'basic' })],
  ['days out of order', 'effectiveTo', (pack) => Object.assign(pack, { effectiveTo: '2018-04-01' })],
])('%s is told as %s', (_, field, change) => {
  expect(refusedField(change)).toBe(field);
});

test('the pack of a stay goes by the day that the pack itself names, and its last day is outside', () => {
  const pack = parsePolicyPack(read('shandong-2017.json'));
  const stay = { admittedOn: '2017-12-20', dischargedOn: '2018-01-01' };
  expect(holdsFor(pack, stay)).toBe(false);
  expect(holdsFor({ ...pack, dateBasis: 'admission' }, stay)).toBe(true);
  expect(holdsFor(pack, { ...stay, dischargedOn: '2017-12-31' })).toBe(true);
});
