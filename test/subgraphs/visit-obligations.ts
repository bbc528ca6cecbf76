// What is asked about visits owed, and what the calculator answers from the city's own rows.

import { parsePeriod } from '#platform/obligation/days';
import { obligationsOf } from '#platform/obligation/obligations';
import type { City } from '../../data/generate/city';
import { shippedBook } from '../../data/load/shipped-packs';

export const counts = 'counts { owed fulfilled late due overdue exempt }';
export const asked = `query($of: [_Any!]!, $period: String!, $quarter: String!) { _entities(representations: $of) { ... on Region {
  visitObligations(period: $period) { ${counts} lines { line assumed ${counts} } }
  householdSummary(year: 2018) { visits(quarter: $quarter) { owed done } } } } }`;
export const page = `query($of: [_Any!]!, $period: String!, $first: Int, $after: String) { _entities(representations: $of) { ... on Region {
  visitObligations(period: $period) { overdue(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { line turn from dueBy state overdueSince fulfilledBy household { id } responsible { id } } } } } } } }`;
export const ofHousehold = `query($of: [_Any!]!, $period: String!) { _entities(representations: $of) { ... on Household {
  visitObligations(period: $period) { turn state fulfilledBy fulfilledOn } } } }`;
export const request =
  'mutation($input: ExemptionInput!) { requestVisitExemption(input: $input) { id outcome from dueBy } }';
export const decide = (verb: string) =>
  `mutation($id: ID!) { ${verb}VisitExemption(id: $id${verb === 'refuse' ? ', remark: "可改期走访"' : ''}) { id outcome decidedBy { id } } }`;

/** Everything in memory, from the city's own rows, through the calculator. */
export function calculated(city: City, period: string, prefix: string) {
  const grounds = {
    subjects: city.households
      .filter(({ path }) => path.startsWith(prefix))
      .map(({ id, registeredOn }) => ({ id, boundFrom: registeredOn, boundUntil: null })),
    evidence: [...city.visits()].map(({ id, householdId, visitedOn }) => ({
      id,
      subject: householdId,
      on: visitedOn,
    })),
    exempted: [],
    today: new Date().toISOString().slice(0, 10),
  };
  return shippedBook()
    .turnsOf('households', parsePeriod(period))
    .flatMap(({ line, windows }) => obligationsOf(line, { ...grounds, windows }));
}
