// Acceptance (验收用例): the first layers' amounts are given, as a published case tells them, and the packs that ship make the rest; by hand from the clauses.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { formatYuan, parseYuan } from '#platform/vocabulary/money';
import { type EncounterFacts, ordinaryStay } from '../settlement-policy/encounter-facts.rules';
import { parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { settle } from './settlement.rules';
import { feesOf } from './stay-fees.rules';

interface Case {
  pack: string;
  bill: [string, string];
  given: Record<string, string>;
  facts?: Partial<EncounterFacts>;
  running?: Record<string, bigint>;
  rest: Record<string, string>;
}

const cases: [string, Case][] = [
  // 9000·10 % · 8100·70 % · 2430-20000·4 %
  [
    'Rizhao, basic insurance told',
    {
      pack: 'rizhao-2018-04',
      bill: ['16000', '4000'],
      given: { basic: '11000' },
      rest: {
        'hospital-reduction': '900.00',
        'medical-assistance': '5670.00',
        supplementary: '1630.00',
        patient: '800.00',
      },
    },
  ],
  // 93000·10 % · 83700·70 % · 25110-12000
  [
    'Rizhao at grade 3, both insurances told',
    {
      pack: 'rizhao-2018-04',
      bill: ['250000', '50000'],
      facts: { hospitalGrade: 'grade-3' },
      given: { basic: '160000', 'critical-illness': '47000' },
      rest: {
        'hospital-reduction': '9300.00',
        'medical-assistance': '58590.00',
        supplementary: '13110.00',
        patient: '12000.00',
      },
    },
  ],
  // 3000+4000-2000, in policy first · 2000·10 % · nothing left in policy
  [
    'Shandong 2017, both insurances told',
    {
      pack: 'shandong-2017',
      bill: ['16000', '4000'],
      given: { basic: '12000', 'critical-illness': '1000' },
      rest: { supplementary: '5000.00', 'hospital-reduction': '200.00', patient: '1800.00' },
    },
  ],
  // 4000·70 % · 1200+4000-2000 · 2000·10 %
  [
    'Jining (Yanzhou) 2019, basic insurance told',
    {
      pack: 'jining-yanzhou-2019',
      bill: ['16000', '4000'],
      given: { basic: '12000' },
      rest: {
        'medical-assistance': '2800.00',
        supplementary: '3200.00',
        'hospital-reduction': '200.00',
        patient: '1800.00',
      },
    },
  ],
  // 10000·70 % · 3000+1000 borne before -3000
  [
    'Anhui “351” within the county, basic insurance told',
    {
      pack: 'anhui-351-180',
      bill: ['50000', '0'],
      facts: { hospitalLevel: 'county' },
      given: { basic: '40000' },
      running: { 'patient-borne-at/in-policy/county': 100000n },
      rest: { 'medical-assistance': '7000.00', 'government-floor': '1000.00', patient: '2000.00' },
    },
  ],
  // 4000·10 % · 4000 is not above 4000 · 4000·30 % · 2800·80 % · 560·70 % · 168+3600
  [
    'Ziyang 2017, basic insurance told',
    {
      pack: 'ziyang-2017',
      bill: ['16000', '4000'],
      given: { basic: '12000' },
      rest: {
        'hospital-reduction': '400.00',
        'tilt-payment': '1200.00',
        supplementary: '2240.00',
        'medical-assistance': '392.00',
        patient: '3768.00',
      },
    },
  ],
];

test.each(cases)('%s: the rest follows to the fen', (_, { pack: name, bill, given, facts, running = {}, rest }) => {
  const json = JSON.parse(readFileSync(join(projectRoot, `data/settlement-policies/${name}.json`), 'utf8'));
  const outcome = settle({
    pack: parsePolicyPack(json),
    facts: { ...ordinaryStay, hospitalGrade: 'grade-2', tags: ['registered-poor'], ...facts },
    fees: feesOf(parseYuan(bill[0]), parseYuan(bill[1])),
    running,
    given: Object.fromEntries(Object.entries(given).map(([layer, yuan]) => [layer, parseYuan(yuan)])),
  });
  const paid = outcome.layers.filter(({ layer, pays }) => pays > 0n && !(layer in given));
  const told = Object.fromEntries(paid.map(({ layer, pays }) => [layer, formatYuan(pays)]));
  expect({ ...told, patient: formatYuan(outcome.patientPays) }).toEqual(rest);
  for (const [layer, yuan] of Object.entries(given))
    expect(outcome.layers.find((each) => each.layer === layer)).toMatchObject({ given: true, pays: parseYuan(yuan) });
});
