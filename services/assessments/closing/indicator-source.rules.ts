// Where each indicator comes from (指标来源): the one list. A new indicator is one entry; packs then name it.
import type { BilingualText } from '#platform/vocabulary/refusal';

interface Common {
  indicator: string;
  of: 'region' | 'unit';
  /** what numerator and denominator count */
  unit: BilingualText;
}

/** Asked of another subgraph, once for all regions or units: indicators with the same question share one answer. */
export interface AskedSource extends Common {
  subgraph: 'households' | 'funds' | 'organisation';
  /** takes `$ids` and `$quarter` */
  query: string;
  /** the root field, and its fields that tell whom, how many of how many, over which rows */
  list: string;
  id: string;
  /** of several fields, or of several answers about one region, the sum */
  numerator: string | readonly string[];
  denominator: string | readonly string[];
  rows: string | readonly string[];
  /** null where the source tells none: then the answer itself is hashed */
  rowsHash: string | null;
  /** the field that tells how many households stand behind the rows, where a row is not one household */
  people?: string;
  /** amounts come as yuan and are counted in fen */
  money?: true;
}

/** Held here: by the statement of that name in `own-figures.query.ts`. */
export interface OwnSource extends Common {
  own: string;
}

export type IndicatorSource = AskedSource | OwnSource;

const tasks = { zh: '任务', en: 'tasks' };
const weight = { zh: '任务分值', en: 'weight of tasks' };
const findingWeight = { zh: '问题权重', en: 'weight of findings' };
const obligations = { zh: '应办事项', en: 'obligations' };
const facts = {
  id: 'regionId',
  rows: 'rows',
  rowsHash: 'rowsHash',
}; /** What is not due yet, and what a second person excused, counts neither for nor against. */
const ended = ['fulfilled', 'late', 'overdue'];
const inTime = {
  id: 'regionId',
  of: 'region',
  unit: obligations,
  numerator: 'fulfilled',
  denominator: ended,
  rows: ended,
  rowsHash: null,
} as const;

export const indicatorSources: readonly IndicatorSource[] = [
  {
    indicator: 'visit-coverage',
    of: 'region',
    subgraph: 'households',
    query:
      'query($ids:[ID!]!,$quarter:String!){visitFacts(regionIds:$ids,quarter:$quarter){regionId owed done rows rowsHash}}',
    list: 'visitFacts',
    ...facts,
    numerator: 'done',
    denominator: 'owed',
    unit: { zh: '户月', en: 'household-months' },
  },
  {
    indicator: 'payment-execution',
    of: 'region',
    subgraph: 'funds',
    query:
      'query($ids:[ID!]!,$quarter:String!){executionFacts(regionIds:$ids,quarter:$quarter){regionId approved paid rows rowsHash payments}}',
    list: 'executionFacts',
    ...facts,
    numerator: 'paid',
    denominator: 'approved',
    unit: { zh: '分', en: 'fen' },
    money: true,
    people: 'payments',
  },
  {
    indicator: 'visit-obligation',
    ...inTime,
    subgraph: 'households',
    query:
      'query($ids:[ID!]!,$quarter:String!){visitObligationFacts(regionIds:$ids,period:$quarter){regionId line fulfilled late overdue}}',
    list: 'visitObligationFacts',
  },
  {
    indicator: 'report-obligation',
    ...inTime,
    subgraph: 'funds',
    query:
      'query($ids:[ID!]!,$quarter:String!){reportObligationFacts(regionIds:$ids,period:$quarter){regionId line fulfilled late overdue}}',
    list: 'reportObligationFacts',
  },
  {
    indicator: 'fund-clock',
    of: 'region',
    subgraph: 'funds',
    query:
      'query($ids:[ID!]!,$quarter:String!){fundClockFacts(regionIds:$ids,quarter:$quarter){regionId due kept rowsHash}}',
    list: 'fundClockFacts',
    id: 'regionId',
    numerator: 'kept',
    denominator: 'due',
    rows: 'due',
    rowsHash: 'rowsHash',
    unit: { zh: '资金时限', en: 'clocks of funds' },
  },
  {
    indicator: 'settlement-monitoring',
    of: 'region',
    subgraph: 'funds',
    query:
      'query($ids:[ID!]!,$quarter:String!){monitoringFacts(regionIds:$ids,quarter:$quarter){regionId checked kept rowsHash}}',
    list: 'monitoringFacts',
    id: 'regionId',
    numerator: 'kept',
    denominator: 'checked',
    rows: 'checked',
    rowsHash: 'rowsHash',
    unit: { zh: '出院结算', en: 'settled discharges' },
  },
  { indicator: 'finding-open-weight', of: 'region', unit: findingWeight, own: 'finding-open-weight' },
  {
    indicator: 'verified-complaint',
    of: 'region',
    unit: { zh: '群众举报', en: 'public reports' },
    own: 'verified-complaint',
  },
  { indicator: 'task-confirmation', of: 'region', unit: tasks, own: 'task-confirmation' },
  {
    indicator: 'task-progress',
    of: 'region',
    unit: { zh: '分值 × 百分比', en: 'weight × percent' },
    own: 'task-progress',
  },
  { indicator: 'task-overdue', of: 'region', unit: tasks, own: 'task-overdue' },
  { indicator: 'unit-task-confirmation', of: 'unit', unit: weight, own: 'unit-task-confirmation' },
  { indicator: 'unit-task-overdue', of: 'unit', unit: tasks, own: 'unit-task-overdue' },
];
