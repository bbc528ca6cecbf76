// The rows behind an item of a score (下钻): the question that lists them, so that whoever asks it gets those of his own scope, masked for him.
import { addDays, parseQuarter } from '#platform/vocabulary/calendar-day';
import type { Indicator } from './scoring-pack.rules';

export interface RowsQuestion {
  /** a whole document, to be sent to the gateway as it is; pages follow by `$after` */
  query: string;
  variables: Readonly<Record<string, string | number>>;
}

/** Whom a score is of, and when. */
export interface Scored {
  regionId: string;
  unitId: string | null;
  quarter: string;
}

const pages = '$first: Int, $after: String';
const page = 'first: $first, after: $after';
const ends = 'pageInfo { hasNextPage endCursor }';
const REGION = `$regionId: ID!, ${pages}`;

const VISITS = `query Rows($quarter: String!, ${REGION}) { region(id: $regionId) { visits(quarter: $quarter, ${page}) {
  edges { node { id visitedOn met measure household { id } helper { id name } } } ${ends} } } }`;
const VISITS_OWED = `query Rows($quarter: String!, ${REGION}) { region(id: $regionId) { visitObligations(period: $quarter) {
  lines { line title counts { fulfilled late overdue exempt } } overdue(${page}) { edges { node { line title turn dueBy household { id } } } ${ends} } } } }`;
const REPORTS_OWED = `query Rows($quarter: String!, ${REGION}) { region(id: $regionId) { reportObligations(period: $quarter) {
  lines { line title counts { fulfilled late overdue exempt } } overdue(${page}) { edges { node { line title turn dueBy region { id name } } } ${ends} } } } }`;
const PAYMENTS = `query Rows($quarter: String!, ${REGION}) { region(id: $regionId) { disbursements(approvedIn: $quarter, ${page}) {
  edges { node { id number state total returned approvedOn paidOn region { id name } } } ${ends} } } }`;
const CLOCKS = `query Rows($on: CalendarDay!, ${REGION}) { region(id: $regionId) { fundAlerts(on: $on, ${page}) {
  edges { node { clock title dueOn daysOverdue open region { id name } } } ${ends} } } }`;
const VIOLATIONS = `query Rows($quarter: String!, ${REGION}) { region(id: $regionId) { monitoringViolations(quarter: $quarter, ${page}) {
  edges { node { id measure measured bound zh en dischargedOn state hospital { id name } region { id name } } } ${ends} } } }`;
const TASKS = `edges { node { id code title weight deadline progress { quarter percent outcome } } } ${ends}`;
const TASKS_OF_REGION = `query Rows($year: Int!, ${REGION}) { tasks(regionId: $regionId, year: $year, ${page}) { ${TASKS} } }`;
const TASKS_WITHIN = `query Rows($year: Int!, ${REGION}) { tasks(withinId: $regionId, year: $year, ${page}) { ${TASKS} } }`;
const TASKS_OF_UNIT = `query Rows($year: Int!, $unitId: ID!, ${pages}) { tasks(unitId: $unitId, year: $year, ${page}) { ${TASKS} } }`;
const FINDINGS = 'edges { node { id number source category foundOn state weight relapses } }';
const FINDINGS_WITHIN = `query Rows(${REGION}) { findings(regionId: $regionId, ${page}) { ${FINDINGS} ${ends} } }`;
const COMPLAINTS = `query Rows($source: FindingSource!, ${REGION}) { findings(regionId: $regionId, source: $source, ${page}) { ${FINDINGS} ${ends} } }`;

type Question = readonly [query: string, variables: (of: Scored) => RowsQuestion['variables']];
const inQuarter = ({ regionId, quarter }: Scored) => ({ regionId, quarter });
const inYear = ({ regionId, quarter }: Scored) => ({ regionId, year: Number(quarter.slice(0, 4)) });
const ofUnit = ({ unitId, quarter }: Scored) => ({ unitId: unitId ?? '', year: Number(quarter.slice(0, 4)) });

const questions: Readonly<Record<Indicator, Question>> = {
  'visit-coverage': [VISITS, inQuarter],
  'visit-obligation': [VISITS_OWED, inQuarter],
  'report-obligation': [REPORTS_OWED, inQuarter],
  'payment-execution': [PAYMENTS, inQuarter],
  'fund-clock': [CLOCKS, ({ regionId, quarter }) => ({ regionId, on: addDays(parseQuarter(quarter).until, -1) })],
  'settlement-monitoring': [VIOLATIONS, inQuarter],
  'task-confirmation': [TASKS_WITHIN, inYear],
  'task-progress': [TASKS_OF_REGION, inYear],
  'task-overdue': [TASKS_OF_REGION, inYear],
  'finding-open-weight': [FINDINGS_WITHIN, ({ regionId }) => ({ regionId })],
  'verified-complaint': [COMPLAINTS, ({ regionId }) => ({ regionId, source: 'publicReport' })],
  'unit-task-confirmation': [TASKS_OF_UNIT, ofUnit],
  'unit-task-overdue': [TASKS_OF_UNIT, ofUnit],
};

/** Null for a sum of items, and for what nobody answered. */
export function rowsBehind(indicator: Indicator | null, of: Scored): RowsQuestion | null {
  const found = indicator === null ? undefined : questions[indicator];
  return found ? { query: found[0], variables: found[1](of) } : null;
}
