// W1 of the peer PGR: the page of 50 households.
import { cursorOf, keysOf } from '#platform/database/page';
import { yuanOf } from '../yuan-of';
import type { PgrQuestion } from './pgr-question';

const query = `query HouseholdPage($region: UUID, $afterPath: String, $afterNumber: String, $year: Int!) {
  page: benchPgrHouseholdPage(first: 50, region: $region, afterPath: $afterPath, afterNumber: $afterNumber) {
    nodes {
      number
      path
      region: regionByRegionId { name }
      members: membersList { name relation }
      helper: helperList { name unit: unitByUnitId { name } }
      lastVisit: lastVisitList { visitedOn met measure }
      payments: paymentsList(year: $year) { amount paidOn }
    }
    pageInfo { hasNextPage }
  }
}`;

interface Node {
  number: string;
  path: string;
  region: { name: string } | null;
  members: unknown;
  helper: { name: string; unit: { name: string } | null }[];
  lastVisit: unknown[];
  payments: { amount: string; paidOn: string | null }[];
}

interface Body {
  errors?: unknown;
  data: { page: { nodes: Node[]; pageInfo: { hasNextPage: boolean } } };
}

function rowOf({ number, region, members, helper: [helper], lastVisit, payments }: Node) {
  return {
    number,
    region: region?.name ?? null,
    members,
    helper: helper ? { name: helper.name, unit: helper.unit?.name ?? null } : null,
    lastVisit: lastVisit[0] ?? null,
    payments: payments.map(({ amount, paidOn }) => ({ amount: yuanOf(amount), paidOn })),
  };
}

export const pgrPage: PgrQuestion = {
  ask({ after, regionId, year }) {
    const [afterPath, afterNumber] = keysOf(after as string | null, 2) ?? [];
    return { query, variables: { region: regionId, afterPath, afterNumber, year } };
  },
  canonical(body) {
    const { data, errors } = body as Body;
    const { nodes, pageInfo } = data.page;
    const last = nodes.at(-1);
    const next = last ? cursorOf(last.path, last.number) : null;
    return { rows: nodes.map(rowOf), next, more: pageInfo.hasNextPage, errors: errors ?? null };
  },
};
