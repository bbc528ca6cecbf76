// A quarter drawn from its figures: any order gives the same, one visit less changes what it should, and all by the packs that ship.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#platform/process/project-root';
import type { PastLight } from '../light/light.rules';
import { parseLightPack } from '../light/light-pack.rules';
import { nodesOf } from '../scoring/frozen-score.rules';
import { type PeerGroup, parseScoringPack, peerGroups } from '../scoring/scoring-pack.rules';
import { drawQuarter, type GroupPacks, type Peer, packsUsed, type QuarterPacks } from './draw-quarter.rules';
import { type Figure, hashOfFigure, hashOfFigures } from './figure.rules';
import { indicatorSources } from './indicator-source.rules';

const packsIn = <Pack>(folder: string, parse: (json: unknown) => Pack) => {
  const path = join(projectRoot, 'data', folder);
  return readdirSync(path).map((name) => parse(JSON.parse(readFileSync(join(path, name), 'utf8'))));
};
const scoring = packsIn('scoring', parseScoringPack);
const lights = packsIn('lights', parseLightPack);
const packs: QuarterPacks = Object.fromEntries(
  peerGroups.map((group): [PeerGroup, GroupPacks] => {
    const own = scoring.find(({ level }) => level === group);
    if (!own) throw new Error(`no scoring pack of ${group} ships`);
    return [group, { scoring: own, light: lights.find(({ level }) => level === group) ?? null }];
  }),
);

const peers: Peer[] = peerGroups.flatMap((group) =>
  Array.from({ length: group === 'town' ? 8 : 3 }, (_, at) => ({
    group,
    id: `${group}-${at}`,
    code: `${group}/${at}`,
  })),
);
const sourceOf = (rows: number) => ({
  subgraph: 'x',
  query: 'x',
  unit: { zh: '件', en: 'cases' },
  rows,
  rowsHash: `rows ${rows}`,
});
const figuresFrom = (counts: readonly (readonly [number, number])[]): Figure[] => {
  const asked = peers.flatMap((peer) =>
    indicatorSources
      .filter(({ of }) => (of === 'unit') === (peer.group === 'unit'))
      .map(({ indicator }) => ({ peer, indicator })),
  );
  return asked.map(({ peer, indicator }, at) => {
    const [done, open] = counts[at % counts.length] ?? [0, 0];
    const source = sourceOf(done + open);
    return { subjectId: peer.id, indicator, numerator: BigInt(done), denominator: BigInt(done + open), source };
  });
};
const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })), {
  minLength: 5,
  maxLength: 40,
});
const pasts = fc
  .array(
    fc.record({
      regionCode: fc.constantFrom(...peers.filter(({ group }) => group !== 'unit').map(({ code }) => code)),
      quarter: fc.constantFrom('2018Q2', '2018Q1', '2017Q4'),
      light: fc.constantFrom('yellow' as const, 'red' as const, 'green' as const),
    }),
    { maxLength: 12 },
  )
  .map((all): PastLight[] => [...new Map(all.map((one) => [`${one.regionCode} ${one.quarter}`, one])).values()]);

test('whatever order peers, figures and past lights come in: the same scores, trees, lights and hashes', () => {
  const quarter = fc.record({ counts, past: pasts }).chain(({ counts, past }) => {
    const figures = figuresFrom(counts);
    const any = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
    return fc.record({
      drawn: fc.constant({ figures, past }),
      peers: any(peers),
      figures: any(figures),
      past: any(past),
    });
  });
  fc.assert(
    fc.property(quarter, ({ drawn, ...shuffled }) => {
      const once = drawQuarter('2018Q3', peers, drawn.figures, drawn.past, packs);
      expect(drawQuarter('2018Q3', shuffled.peers, shuffled.figures, shuffled.past, packs)).toEqual(once);
      expect(hashOfFigures(shuffled.figures)).toBe(hashOfFigures(drawn.figures));
      expect(once).toHaveLength(peers.length);
      for (const { peer, light } of once) expect(light === null).toBe(peer.group === 'unit');
    }),
    { numRuns: 8 },
  );
});

test('one visit less changes the visits of that region, the nodes above them, and no node of anybody else', () => {
  const town = fc.constantFrom(...peers.filter(({ group }) => group !== 'unit'));
  fc.assert(
    fc.property(counts, town, (counts, { id }) => {
      const figures = figuresFrom(counts);
      const isVisits = (figure: Figure) => figure.subjectId === id && figure.indicator === 'visit-coverage';
      const before = figures.find(isVisits);
      fc.pre(before !== undefined && before.numerator > 0n);
      const fewer = figures.map((figure) =>
        isVisits(figure)
          ? { ...figure, numerator: figure.numerator - 1n, source: sourceOf((figure.source.rows ?? 1) - 1) }
          : figure,
      );
      const hashes = (of: Figure[]) =>
        new Map(
          drawQuarter('2018Q3', peers, of, [], packs).flatMap(({ peer, tree }) =>
            nodesOf(tree).map(({ node, hash }): [string, string] => [`${peer.id} ${node}`, hash]),
          ),
        );
      const [was, is] = [hashes(figures), hashes(fewer)];
      const changed = [...was.keys()].filter((node) => was.get(node) !== is.get(node));
      const root = id.split('-')[0];
      expect(changed.sort()).toEqual([`${id} help`, `${id} ${root}`, `${id} visit-coverage`].sort());
      expect(hashOfFigures(fewer)).not.toBe(hashOfFigures(figures));
    }),
    { numRuns: 8 },
  );
});

test('another visit in the place of one is seen, though no count changes', () => {
  const [figure] = figuresFrom([[3, 1]]);
  if (!figure) throw new Error('no figure');
  const other = { ...figure, source: { ...figure.source, rowsHash: 'other rows' } };
  expect(hashOfFigure(other)).not.toBe(hashOfFigure(figure));
  const treeOf = (of: Figure) =>
    drawQuarter('2018Q3', peers, [of], [], packs).find(({ peer }) => peer.id === of.subjectId);
  expect(treeOf(other)?.tree.hash).not.toBe(treeOf(figure)?.tree.hash);
  expect(treeOf(other)?.outcome.score).toBe(treeOf(figure)?.outcome.score);
});

test('districts behind schedule or overdue are lit by their own packs, with what follows', () => {
  const figure = (indicator: string, numerator: bigint, denominator: bigint): Figure => ({
    subjectId: 'district-0',
    indicator,
    numerator,
    denominator,
    source: sourceOf(1),
  });
  const lit = (progress: bigint, overdue: bigint, past: PastLight[] = []) => {
    const given = [
      figure('visit-coverage', 9n, 9n),
      figure('task-confirmation', 9n, 9n),
      figure('payment-execution', 9n, 9n),
      figure('task-progress', progress, 100n),
      figure('task-overdue', overdue, 14n),
    ];
    return drawQuarter('2018Q3', peers, given, past, packs).find(({ peer }) => peer.id === 'district-0')?.light;
  };
  expect(lit(75n, 0n)).toMatchObject({ light: 'green', consequences: [] });
  expect(lit(66n, 0n)?.light).toBe('green');
  expect(lit(65n, 0n)).toMatchObject({
    light: 'yellow',
    triggers: [{ trigger: 'ten-behind', zh: expect.stringContaining('落后 10.00 个百分点') }],
    consequences: [{ consequence: 'bulletin' }],
  });
  expect(lit(45n, 0n)?.light).toBe('yellow');
  expect(lit(44n, 0n)).toMatchObject({
    light: 'red',
    consequences: [{ consequence: 'written-explanation' }, { consequence: 'interview' }],
  });
  expect(lit(75n, 2n)?.light).toBe('green');
  expect(lit(75n, 3n)?.triggers.map(({ trigger }) => trigger)).toEqual(['three-overdue']);
  const yellow = (quarter: string): PastLight => ({ regionCode: 'district/0', quarter, light: 'yellow' });
  expect(lit(65n, 0n, [yellow('2018Q2')])?.consequences.map(({ consequence }) => consequence)).toEqual([
    'bulletin',
    'admonition-talk',
  ]);
  expect(lit(65n, 0n, [yellow('2018Q2'), yellow('2018Q1')])?.light).toBe('red');
});

test('the packs that ship ask for nothing that nobody answers, and each group is named with its hash', () => {
  const known = new Set(indicatorSources.map(({ indicator }) => indicator));
  for (const pack of scoring)
    for (const node of JSON.stringify(pack).matchAll(/"indicator":"([a-z-]+)"/g)) expect(known).toContain(node[1]);
  for (const pack of lights)
    for (const node of JSON.stringify(pack).matchAll(/"indicator":"([a-z-]+)"/g)) expect(known).toContain(node[1]);
  expect(packsUsed(packs)).toHaveLength(7);
});
