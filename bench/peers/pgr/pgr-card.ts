// W2 of the peer PGR: the card of one household with its town's light and sums.
import { yuanOf } from '../yuan-of';
import type { PgrQuestion } from './pgr-question';

const query = `query HouseholdCard($id: UUID!, $year: Int!, $quarter: String!, $sums: Boolean!) {
  household: householdsHouseholdByRowId(rowId: $id) {
    number type mainCause state registeredOn
    region: regionByRegionId { name parent: regionByParentId {
      name
      light: lightList(quarter: $quarter) { colour rank peers }
      funds: fundsList(year: $year) @include(if: $sums) { allotted available reserved paid returned lines }
    } }
    members: membersList { name relation sex birthday health }
    helper: helperList { name unit: unitByUnitId { name } }
    lastVisit: lastVisitList { visitedOn met measure content }
    payments: paymentsList(year: $year) { purpose amount returned state paidOn }
  }
}`;

interface Sums {
  allotted: string;
  available: string;
  reserved: string;
  paid: string;
  returned: string;
  lines: number;
}

interface Card {
  region: { name: string; parent: { name: string; light: unknown[]; funds?: Sums[] } | null } | null;
  helper: unknown[];
  lastVisit: unknown[];
  payments: { amount: string; returned: string }[];
}

interface Body {
  errors?: unknown;
  data: { household: Card | null };
}

function sumsOf([sums]: Sums[]) {
  if (!sums) return null;
  const { lines, ...money } = sums;
  return { ...Object.fromEntries(Object.entries(money).map(([name, fen]) => [name, yuanOf(fen)])), lines };
}

function cardOf({ helper, lastVisit, payments, region, ...own }: Card) {
  const parent = region?.parent && {
    name: region.parent.name,
    light: region.parent.light[0] ?? null,
    ...(region.parent.funds ? { funds: sumsOf(region.parent.funds) } : {}),
  };
  return {
    ...own,
    region: region && { name: region.name, parent },
    helper: helper[0] ?? null,
    lastVisit: lastVisit[0] ?? null,
    payments: payments.map((line) => ({ ...line, amount: yuanOf(line.amount), returned: yuanOf(line.returned) })),
  };
}

export const pgrCard: PgrQuestion = {
  ask: (variables) => ({ query, variables }),
  canonical(body) {
    const { data, errors } = body as Body;
    return { household: data.household && cardOf(data.household), errors: errors ?? null };
  },
};
