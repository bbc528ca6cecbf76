// What a re-organisation does to a tree: each step by itself, the abolition of 2019 in small, and the steps that cannot be.
import { planRegionChange } from './region-change.rules';
import { type RegionPlan, type RegionStep, StepMisfit, type TreeRegion } from './region-step.rules';

const region = (
  id: string,
  kind: TreeRegion['kind'],
  path: string,
  code: string | null,
  parentId: string | null,
  statisticalParentId = parentId,
): TreeRegion => ({
  id,
  kind,
  path,
  code,
  name: id,
  parentId,
  statisticalParentId,
  validFrom: '2017-10-31',
  validTo: null,
});

const tree: TreeRegion[] = [
  region('province', 'province', '0001/', '370000', null),
  region('laiwu', 'city', '0001/0001/', '371200', 'province'),
  region('laicheng', 'district', '0001/0001/0001/', '371202', 'laiwu'),
  region('kouzhen', 'town', '0001/0001/0001/0001/', '371202100', 'laicheng'),
  region('east', 'village', '0001/0001/0001/0001/0001/', '371202100201', 'kouzhen'),
  region('west', 'village', '0001/0001/0001/0001/0002/', '371202100202', 'kouzhen'),
  region('xueye-zone', 'zone', '0001/0001/0002/', null, 'laiwu', null),
  region('xueye', 'town', '0001/0001/0002/0001/', '371202106', 'xueye-zone', 'laicheng'),
];
const plan = (steps: RegionStep[], on = '2019-01-09', given = tree, used: string[] = []): RegionPlan => {
  let made = 0;
  return planRegionChange(given, used, steps, on, () => `new-${++made}`);
};
const misfit = (steps: RegionStep[], on?: string) => {
  try {
    plan(steps, on);
  } catch (error) {
    if (error instanceof StepMisfit) return `${error.step} ${error.en}`;
    throw error;
  }
  return null;
};
const row = ({ rows }: RegionPlan, id: string) => rows.find((each) => each.id === id);

test('renaming moves nothing; a new code goes down by the digits, also to towns that a zone runs', () => {
  const made = plan([{ verb: 'rename', region: 'laicheng', name: '莱芜区', code: '370116' }]);
  expect([made.moves, made.ended, made.founded]).toEqual([[], [], []]);
  expect(row(made, 'laicheng')).toMatchObject({ code: '370116', name: '莱芜区', path: '0001/0001/0001/' });
  expect(row(made, 'xueye')).toMatchObject({ code: '370116106', name: 'xueye' });
  expect(row(made, 'east')?.code).toBe('370116100201');
  expect(row(made, 'laiwu')).toBeUndefined();
});

test('a town goes from a district to a zone with its villages: a new label, and the statistical parent stays', () => {
  const made = plan([{ verb: 'move', region: 'kouzhen', into: 'xueye-zone' }]);
  expect(made.moves).toEqual([{ from: '0001/0001/0001/0001/', to: '0001/0001/0002/0002/' }]);
  expect(row(made, 'kouzhen')).toMatchObject({ parentId: 'xueye-zone', statisticalParentId: 'laicheng' });
  expect(row(made, 'west')).toMatchObject({ parentId: 'kouzhen', path: '0001/0001/0002/0002/0002/' });
  expect(made.rows).toHaveLength(3);
});

test('a label is given once: neither one of former days nor one given by an earlier step comes again', () => {
  const made = plan([{ verb: 'move', region: 'kouzhen', into: 'xueye-zone' }], '2019-01-09', tree, [
    '0001/0001/0002/0007/0001/',
  ]);
  expect(made.moves[0]?.to).toBe('0001/0001/0002/0008/');
});

test('a town moves into a district that moved itself in the same change', () => {
  const made = plan([
    { verb: 'found', key: 'jinan', kind: 'city', name: '济南市', code: '370100', into: 'province' },
    { verb: 'move', region: 'laicheng', into: 'jinan' },
    { verb: 'move', region: 'xueye', into: 'laicheng' },
  ]);
  expect(row(made, 'kouzhen')?.path).toBe('0001/0002/0001/0001/');
  expect(row(made, 'xueye')?.path).toBe('0001/0002/0001/0002/');
});

test('two villages become one: what ends lies under its successor, which must be of its kind', () => {
  const made = plan([{ verb: 'end', region: 'west', into: 'east' }]);
  expect(made.ended).toEqual(['west']);
  expect(row(made, 'west')).toMatchObject({ ends: true, successorId: 'east', path: '0001/0001/0001/0001/0001/0001/' });
  expect(misfit([{ verb: 'end', region: 'west', into: 'kouzhen' }])).toMatch(/^1 .*of its kind/);
  expect(misfit([{ verb: 'end', region: 'kouzhen', into: 'xueye' }])).toMatch(/^1 .*still managed/);
});

test('a district is split: what is founded has an origin, and towns move into it in the same change', () => {
  const made = plan([
    { verb: 'found', key: 'n', kind: 'district', name: '雪野区', code: '371204', into: 'laiwu', origin: 'laicheng' },
    { verb: 'move', region: 'kouzhen', into: 'n' },
  ]);
  expect(made.founded).toEqual([
    expect.objectContaining({
      id: 'new-1',
      code: '371204',
      parentId: 'laiwu',
      path: '0001/0001/0003/',
      originId: 'laicheng',
    }),
  ]);
  expect(row(made, 'kouzhen')).toMatchObject({ parentId: 'new-1', path: '0001/0001/0003/0001/' });
});

test('a city is abolished into another that enters the tree with it', () => {
  const made = plan([
    { verb: 'found', key: 'jinan', kind: 'city', name: '济南市', code: '370100', into: 'province' },
    { verb: 'move', region: 'laicheng', into: 'jinan' },
    { verb: 'rename', region: 'laicheng', name: '莱芜区', code: '370116' },
    { verb: 'move', region: 'xueye-zone', into: 'jinan' },
    { verb: 'end', region: 'laiwu', into: 'jinan' },
  ]);
  expect(made.moves).toEqual([
    { from: '0001/0001/0001/', to: '0001/0002/0001/' },
    { from: '0001/0001/0002/', to: '0001/0002/0002/' },
    { from: '0001/0001/', to: '0001/0002/0003/' },
  ]);
  expect(row(made, 'laicheng')).toMatchObject({ code: '370116', parentId: 'new-1', statisticalParentId: 'new-1' });
  expect(row(made, 'east')?.path).toBe('0001/0002/0001/0001/0001/');
  expect(row(made, 'laiwu')).toMatchObject({
    ends: true,
    successorId: 'new-1',
    code: '371200',
    path: '0001/0002/0003/',
  });
});

test('steps that cannot be are told by their number', () => {
  expect(misfit([{ verb: 'move', region: 'kouzhen', into: 'laicheng' }])).toMatch(/^1 .*already/);
  expect(misfit([{ verb: 'move', region: 'east', into: 'laicheng' }])).toMatch(
    /^1 a village is not managed by a district/,
  );
  expect(misfit([{ verb: 'rename', region: 'xueye-zone', code: '371299' }])).toMatch(/^1 a zone has no division code/);
  expect(misfit([{ verb: 'rename', region: 'laicheng', code: '371200' }])).toMatch(/^1 .*in use/);
  expect(misfit([{ verb: 'rename', region: 'laicheng', name: '新' }], '2017-10-31')).toMatch(
    /^1 .*on or after that day/,
  );
  expect(
    misfit([
      { verb: 'end', region: 'west', into: 'east' },
      { verb: 'rename', region: 'west', name: '西村' },
    ]),
  ).toMatch(/^2 .*has ended/);
});
