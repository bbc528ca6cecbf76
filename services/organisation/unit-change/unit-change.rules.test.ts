// What a reform of bureaus comes to: units founded, renamed and merged, and the steps that cannot be.
import { StepMisfit } from '../region-change/region-step.rules';
import { UnitKind } from '../unit/unit-kind.rules';
import { planUnitChange } from './unit-change.rules';
import type { StandingUnit, UnitPlan, UnitStep } from './unit-step.rules';

const unit = (id: string, kind = UnitKind.memberUnit, change: Partial<StandingUnit> = {}): StandingUnit => ({
  ...{ id, code: id, name: `${id}局`, kind, namedOn: null, endedOn: null },
  ...change,
});
const units = [
  unit('agriculture'),
  unit('forestry'),
  unit('gone', UnitKind.memberUnit, { endedOn: '2018-06-01' }),
  unit('young', UnitKind.memberUnit, { namedOn: '2019-01-01' }),
  unit('insurer', UnitKind.payer),
  unit('hospital', UnitKind.hospital),
  unit('clinic', UnitKind.hospital),
];
const plan = (steps: UnitStep[], on = '2019-01-01'): UnitPlan => {
  let made = 0;
  return planUnitChange(units, steps, on, () => `new-${++made}`);
};
const misfit = (steps: UnitStep[], on?: string) => {
  try {
    plan(steps, on);
  } catch (error) {
    if (error instanceof StepMisfit) return `${error.step} ${error.en}`;
    throw error;
  }
  return null;
};
const found: UnitStep = {
  ...{ verb: 'found', key: 'new', code: 'rural', name: '农业农村局', kind: UnitKind.memberUnit },
  ...{ region: 'city', inLeadingGroup: true },
};

test('two bureaus become a new one, a third gets another name: told with the units as they were called', () => {
  const made = plan([
    found,
    { verb: 'merge', unit: 'agriculture', into: 'new' },
    { verb: 'merge', unit: 'forestry', into: 'new' },
    { verb: 'rename', unit: 'insurer', name: '医保中心' },
  ]);
  expect(made.founded).toEqual([
    {
      ...{ id: 'new-1', code: 'rural', name: '农业农村局', kind: 'member-unit', line: null },
      ...{ regionId: 'city', inLeadingGroup: true },
    },
  ]);
  expect(made.merged).toEqual([
    { from: 'agriculture', to: 'new-1' },
    { from: 'forestry', to: 'new-1' },
  ]);
  expect(made.renamed).toEqual([{ id: 'insurer', name: '医保中心' }]);
  expect(made.touched.map(({ name }) => name)).toEqual(['insurer局', 'agriculture局', 'forestry局']);
});

test('a hospital goes into a hospital, a payer into a payer', () => {
  expect(plan([{ verb: 'merge', unit: 'clinic', into: 'hospital' }]).merged).toHaveLength(1);
  expect(misfit([{ verb: 'merge', unit: 'clinic', into: 'forestry' }])).toMatch('1 hospitals and payers');
  expect(misfit([{ verb: 'merge', unit: 'forestry', into: 'insurer' }])).toMatch('1 hospitals and payers');
});

test.each<[string, UnitStep[]]>([
  ['1 there is no such unit', [{ verb: 'rename', unit: 'gone', name: '新名' }]],
  ['1 there is no such unit', [{ verb: 'merge', unit: 'forestry', into: 'gone' }]],
  ['1 there is no such unit', [{ verb: 'merge', unit: 'forestry', into: 'unheard' }]],
  ['1 a unit is not merged into itself', [{ verb: 'merge', unit: 'forestry', into: 'forestry' }]],
  ['1 a renaming has another name', [{ verb: 'rename', unit: 'forestry', name: 'forestry局' }]],
  ['1 young局 was changed', [{ verb: 'rename', unit: 'young', name: '新名' }]],
  ['1 this code is in use', [{ ...found, code: 'gone' }]],
  ['1 what is founded has', [{ ...found, region: null }]],
  ['1 a hospital is designated', [{ ...found, kind: UnitKind.hospital }]],
  ['2 this key was given', [found, { ...found, code: 'other' }]],
  [
    '2 a unit is changed once',
    [
      { verb: 'rename', unit: 'forestry', name: '林草局' },
      { verb: 'merge', unit: 'forestry', into: 'agriculture' },
    ],
  ],
  [
    '2 the successor ends',
    [
      { verb: 'merge', unit: 'forestry', into: 'agriculture' },
      { verb: 'merge', unit: 'agriculture', into: 'young' },
    ],
  ],
])('%s', (told, steps) => {
  expect(misfit(steps, told.includes('successor ends') ? '2019-06-01' : undefined)).toMatch(told);
});
