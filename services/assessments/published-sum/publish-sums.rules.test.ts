// Published sums of a quarter: the city's is that of the regions right below it, small numbers are withheld as pairs, and what counts nobody is shown.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { readPack } from '#platform/vocabulary/pack';
import type { Figure } from '../closing/figure.rules';
import { publishSums, type SummedRegion } from './publish-sums.rules';
import { publishedSumsKind } from './published-sums-pack.rules';

const json = JSON.parse(readFileSync(join(projectRoot, 'data/published-sums/laiwu-2018.json'), 'utf8')) as Record<
  string,
  unknown
>;
const { content: pack, flaws } = readPack(publishedSumsKind, json);

const city: SummedRegion = { id: 'city', path: '1/', level: 'city' };
const regions: SummedRegion[] = ['1/1/', '1/2/', '1/3/'].flatMap((path): SummedRegion[] => [
  { id: path, path, level: 'district' },
  ...[1, 2, 3, 4].map((at): SummedRegion => ({ id: `${path}${at}/`, path: `${path}${at}/`, level: 'town' })),
]);
const figure = (
  indicator: string,
  subjectId: string,
  numerator: number,
  denominator: number,
  rows: number | null,
): Figure => ({
  subjectId,
  indicator,
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
  source: { subgraph: 'x', query: 'x', unit: { zh: '件', en: 'cases' }, rows, rowsHash: null },
});
const ofAll = (indicator: string, town: (at: number) => [number, number, number | null]) =>
  regions.map(({ id, level }, at) => {
    const [numerator, denominator, rows] = level === 'town' ? town(at) : [0, 0, 0];
    return figure(indicator, id, numerator, denominator, rows);
  });
/** districts have the sums of their towns */
const summed = (figures: Figure[]): Figure[] =>
  figures.map((each) => {
    const towns = figures.filter(
      ({ subjectId }) => subjectId !== each.subjectId && subjectId.startsWith(each.subjectId),
    );
    if (towns.length === 0) return each;
    const sum = (of: 'numerator' | 'denominator') => towns.reduce((total, town) => total + town[of], 0n);
    const rows = towns.reduce((total, { source }) => total + (source.rows ?? 0), 0);
    return { ...each, numerator: sum('numerator'), denominator: sum('denominator'), source: { ...each.source, rows } };
  });
const published = (figures: Figure[]) => {
  if (!pack) throw new Error(`the pack that ships has flaws: ${flaws[0]?.path}`);
  const rows = publishSums(city, regions, figures, pack);
  return new Map(rows.map((row) => [row.id, [row.numerator, row.denominator]]));
};

test('the city has the sum of its districts, and a town with few that were not visited is withheld with two others', () => {
  const rows = published(summed(ofAll('visit-coverage', (at) => [at === 1 ? 97 : 80 - at, 100, 90])));
  expect(rows.get('1/1/1/')).toEqual([null, null]);
  expect([...rows].filter(([, [numerator]]) => numerator === null)).toHaveLength(3);
  expect(rows.get('1/1/')).toEqual([97n + 78n + 77n + 76n, 400n]);
  expect(rows.get('city')?.[1]).toBe(1200n);
});

test('an amount is withheld where few payments stand behind it, or where nobody told how many', () => {
  const rows = published(summed(ofAll('payment-execution', (at) => [5_000_000, 6_000_000, at === 2 ? 4 : 30])));
  expect(rows.get('1/1/2/')).toEqual([null, null]);
  expect(rows.get('1/2/1/')).toEqual([5_000_000n, 6_000_000n]);
  const untold = published(ofAll('payment-execution', () => [1, 2, null]));
  expect(regions.filter(({ id, level }) => level === 'town' && untold.get(id)?.[0] !== null)).toEqual([]);
});

test('what counts nobody is shown however small; what the pack does not name is not published at all', () => {
  const rows = published(
    summed([...ofAll('task-confirmation', () => [1, 2, 2]), ...ofAll('task-overdue', () => [9, 9, 9])]),
  );
  expect(rows.get('1/1/1/')).toEqual([1n, 2n]);
  expect(rows.size).toBe(16);
});

test('a pack that names an indicator of nobody, or one twice, is not sound', () => {
  const [first] = json.figures as object[];
  const flawsOf = (figures: object[]) =>
    readPack(publishedSumsKind, { ...json, figures }).flaws.map(({ path }) => path);
  expect(flawsOf([{ ...first, indicator: 'unit-task-overdue' }])).toEqual(['figures.0.indicator']);
  expect(flawsOf([first as object, first as object])).toEqual(['figures.1.indicator']);
  expect(readPack(publishedSumsKind, { ...json, minimumCell: 1 }).flaws[0]?.path).toBe('minimumCell');
});
