// W1: a page of 50 households with region, members, helper and unit, last visit and the year's payments; no masked field.
import { cursorOf } from '#platform/database/page';
import { isWithin, subtreeOf } from '#platform/vocabulary/region';
import type { Prng } from '../../data/generate/prng';
import { drawUser, type Ground, type Question, type User, type Workload } from '../workload';

const YEAR = 2018;

const operation = `query HouseholdPage($after: String, $regionId: ID, $year: Int!) {
  households(first: 50, after: $after, filter: { regionId: $regionId }) {
    edges { node {
      number
      region { name }
      members { name relation }
      helper { name unit { name } }
      lastVisit { visitedOn met measure }
      payments(year: $year) { amount paidOn }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface GraphHousehold {
  number: string;
  region: { name: string } | null;
  members: unknown;
  helper: { name: string; unit: { name: string } | null } | null;
  lastVisit: unknown;
  payments: unknown;
}

interface GraphBody {
  errors?: unknown;
  data: {
    households: {
      edges: { node: GraphHousehold }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

interface RawBody {
  households: unknown[];
  hasNextPage: boolean;
  last: [string, string] | null;
}

/** A third begins at the top, a third in the middle, a third looks at one region below its own. */
function variablesFor(user: User, { households, regions }: Ground, random: Prng): Question['variables'] {
  const range = subtreeOf(user.path);
  const kind = random.below(3);
  const below = regions.filter(({ parentId }) => parentId === user.regionId);
  if (kind === 2 && below.length > 0) return { after: null, regionId: random.pick(below).id, year: YEAR };
  if (kind === 0) return { after: null, regionId: null, year: YEAR };
  const { path, number } = random.pick(households.filter((each) => isWithin(each.path, range)));
  return { after: cursorOf(path, number), regionId: null, year: YEAR };
}

export const householdPage: Workload = {
  name: 'W1',
  title: '50 户一页 · a page of 50 households',
  operation,
  draw: (ground, random, count) =>
    Array.from({ length: count }, () => {
      const { user, at } = drawUser(ground, random);
      return { user: at, variables: variablesFor(user, ground, random) };
    }),
  canonical: {
    graph(body) {
      const { data, errors } = body as GraphBody;
      const { edges, pageInfo } = data.households;
      const rows = edges.map(({ node }) => ({
        ...node,
        region: node.region?.name ?? null,
        helper: node.helper && { name: node.helper.name, unit: node.helper.unit?.name ?? null },
      }));
      return { rows, next: pageInfo.endCursor, more: pageInfo.hasNextPage, errors: errors ?? null };
    },
    RAW(body) {
      const { households, hasNextPage, last } = body as RawBody;
      return { rows: households, next: last && cursorOf(...last), more: hasNextPage, errors: null };
    },
  },
  isTelling: (canonical) =>
    (canonical as { rows: { members: unknown[] }[] }).rows.some(({ members }) => members.length > 0),
};
