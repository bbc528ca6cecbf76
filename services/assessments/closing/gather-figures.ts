// Gathers the figures of a quarter (取数): each source is asked once for all regions or units, whatever the number of indicators it answers.
import type { Context } from '#platform/graph/context';
import { groupBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { parseYuan } from '#platform/vocabulary/money';
import type { Figure } from './figure.rules';
import { type AskedSource, type IndicatorSource, indicatorSources, type OwnSource } from './indicator-source.rules';
import { ownFigures } from './own-figures.query';

export interface Subjects {
  regions: readonly string[];
  units: readonly string[];
}

interface OwnRow {
  id: string;
  numerator: string;
  denominator: string;
  rows: number;
  rowsHash: string;
}
type Told = Record<string, string | number | null>;

/** The other subgraphs are asked on behalf of the caller, whose own scope applies there; what they leave out is missing, not zero. */
export async function gatherFigures(
  context: Context,
  subjects: Subjects,
  quarter: string,
  wanted: ReadonlySet<string>,
): Promise<Figure[]> {
  const idsOf = ({ of }: IndicatorSource) => (of === 'region' ? subjects.regions : subjects.units);
  const sources = indicatorSources.filter((source) => wanted.has(source.indicator) && idsOf(source).length > 0);
  const asked = sources.filter((source): source is AskedSource => 'subgraph' in source);
  const own = sources.filter((source): source is OwnSource => 'own' in source);
  const questions = groupBy(asked, ({ subgraph, query }) => `${subgraph} ${query}`);
  const gathered = await Promise.all([
    ...[...questions.values()].map((of) => askFigures(context, of, idsOf(of[0] as AskedSource), quarter)),
    ...own.map((source) => readFigures(context, source, idsOf(source), quarter)),
  ]);
  return gathered.flat();
}

async function askFigures(
  context: Context,
  sources: readonly AskedSource[],
  ids: readonly string[],
  quarter: string,
): Promise<Figure[]> {
  const [first] = sources;
  if (!first) return [];
  const answered = await context.ask<Record<string, Told[]>>(first.subgraph, first.query, { ids: [...ids], quarter });
  const known = new Set(ids);
  // What was not asked about is not taken, whoever answers it.
  return sources.flatMap((source) => {
    const told = (answered[source.list] ?? []).filter((each) => known.has(String(each[source.id])));
    return [...groupBy(told, (each) => String(each[source.id]))].map(([subjectId, about]) => ({
      subjectId,
      indicator: source.indicator,
      numerator: sumOf(about, source.numerator, source.money),
      denominator: sumOf(about, source.denominator, source.money),
      source: {
        subgraph: source.subgraph,
        query: `${source.list}(regionIds: ["${subjectId}"], quarter: "${quarter}")`,
        unit: source.unit,
        rows: about.some((each) => each[fieldsOf(source.rows)[0] ?? ''] == null)
          ? null
          : Number(sumOf(about, source.rows)),
        rowsHash: hashOf(about, source.rowsHash),
        ...(source.people ? { people: toldNumber(about[0]?.[source.people]) } : {}),
      },
    }));
  });
}

const toldNumber = (told: string | number | null | undefined) => (told == null ? null : Number(told));
const fieldsOf = (fields: string | readonly string[]) => (typeof fields === 'string' ? [fields] : fields);

function sumOf(about: readonly Told[], of: string | readonly string[], money?: true): bigint {
  const count = (told: Told, field: string) =>
    money ? parseYuan(String(told[field])) : BigInt(String(told[field] ?? 0));
  return about.reduce((sum, told) => fieldsOf(of).reduce((total, field) => total + count(told, field), sum), 0n);
}

function hashOf(about: readonly Told[], field: string | null): string | null {
  if (field === null) return contentHash(about.map((told) => contentHash(told)).sort());
  const hash = about[0]?.[field];
  return hash == null ? null : String(hash);
}

async function readFigures(
  { inScope }: Context,
  { own, indicator, unit, of }: OwnSource,
  ids: readonly string[],
  quarter: string,
): Promise<Figure[]> {
  const { until } = parseQuarter(quarter);
  const sql = ownFigures[own];
  if (!sql) throw new Error(`no statement reads ${own}`);
  const { lo, hi } = await inScope.range();
  const found = await inScope.read(({ query }) => query<OwnRow>(sql, [ids, quarter, until, lo, hi]));
  return found.map(({ id, numerator, denominator, rows, rowsHash }) => ({
    subjectId: id,
    indicator,
    numerator: BigInt(numerator),
    denominator: BigInt(denominator),
    source: {
      subgraph: 'assessments',
      query: `${of === 'region' ? 'Region' : 'Unit'}(id: "${id}").${indicator}(quarter: "${quarter}")`,
      unit,
      rows,
      rowsHash,
    },
  }));
}
