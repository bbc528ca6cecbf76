// Gathers the figures of a quarter (取数) for every town: visits from households, payments from funds, tasks of our own.
import type { Context } from '#platform/graph/context';
import { parseYuan } from '#platform/vocabulary/money';
import type { FigureSource } from '../scoring/frozen-score.rules';
import type { IndicatorFigures } from '../scoring/scoring.rules';
import type { Indicator } from '../scoring/scoring-pack.rules';
import { taskSummaryOfRegion } from '../task/task-summary.query';

export interface Town {
  id: string;
  path: string;
}

export type TownFigures = Partial<Record<Indicator, IndicatorFigures & { source: FigureSource }>>;

interface VisitFacts {
  visitFacts: { regionId: string; owed: number; done: number }[];
}
interface ExecutionFacts {
  executionFacts: { regionId: string; approved: string; paid: string }[];
}

const visitQuery =
  'query($ids:[ID!]!,$quarter:String!){visitFacts(regionIds:$ids,quarter:$quarter){regionId owed done}}';
const executionQuery =
  'query($ids:[ID!]!,$quarter:String!){executionFacts(regionIds:$ids,quarter:$quarter){regionId approved paid}}';

/** The other subgraphs are asked on behalf of the caller, whose own scope applies there; a town they leave out is missing, not zero. */
export async function gatherFigures(
  context: Context,
  towns: readonly Town[],
  quarter: string,
): Promise<Map<string, TownFigures>> {
  const asked = { ids: towns.map(({ id }) => id), quarter };
  const [visits, payments, tasks] = await Promise.all([
    context.ask<VisitFacts>('households', visitQuery, asked),
    context.ask<ExecutionFacts>('funds', executionQuery, asked),
    Promise.all(towns.map(({ id }) => taskSummaryOfRegion.load(context, `${quarter} ${id}`))),
  ]);
  const figures = new Map<string, TownFigures>(towns.map(({ id }) => [id, {}]));
  for (const { regionId, owed, done } of visits.visitFacts)
    put(figures, regionId, 'visit-coverage', BigInt(done), BigInt(owed), {
      subgraph: 'households',
      query: `visitFacts(regionIds: ["${regionId}"], quarter: "${quarter}")`,
      unit: { zh: '户月', en: 'household-months' },
      rows: owed,
    });
  for (const { regionId, approved, paid } of payments.executionFacts)
    put(figures, regionId, 'payment-execution', parseYuan(paid), parseYuan(approved), {
      subgraph: 'funds',
      query: `executionFacts(regionIds: ["${regionId}"], quarter: "${quarter}")`,
      unit: { zh: '分', en: 'fen' },
      rows: null,
    });
  towns.forEach(({ id }, at) => {
    const summary = tasks[at];
    if (!summary) return;
    put(figures, id, 'task-confirmation', BigInt(summary.confirmed), BigInt(summary.tasks), {
      subgraph: 'assessments',
      query: `Region(id: "${id}").taskSummary(quarter: "${quarter}")`,
      unit: { zh: '任务', en: 'tasks' },
      rows: summary.tasks,
    });
  });
  return figures;
}

/** What was not asked about is not taken, whoever answers it. */
function put(
  figures: Map<string, TownFigures>,
  town: string,
  indicator: Indicator,
  numerator: bigint,
  denominator: bigint,
  source: FigureSource,
) {
  const of = figures.get(town);
  if (of) of[indicator] = { numerator, denominator, source };
}
