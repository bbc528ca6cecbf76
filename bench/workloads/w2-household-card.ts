// W2: the card of one household over four subgraphs, with the light and the funds of its town; one in ten asks for a household that it may not see.
import { randomUUID } from 'node:crypto';
import { isWithin, subtreeOf } from '#platform/vocabulary/region';
import type { Prng } from '../../data/generate/prng';
import { drawUser, type Ground, type User, type Workload } from '../workload';

const YEAR = 2018;
export const QUARTER = '2018Q1';

/** A village has no right to its town's sums: its client leaves them out (`$sums`), instead of having a refusal logged each time. */
const operation = `query HouseholdCard($id: ID!, $year: Int!, $quarter: String!, $sums: Boolean!) {
  household(id: $id) {
    number type mainCause state registeredOn
    region { name parent {
      name
      light(quarter: $quarter) { colour rank peers }
      funds(year: $year) @include(if: $sums) { allotted available reserved paid returned lines }
    } }
    members { name relation sex birthday health }
    helper { name unit { name } }
    lastVisit { visitedOn met measure content }
    payments(year: $year) { purpose amount returned state paidOn }
  }
}`;

interface GraphBody {
  errors?: unknown;
  data: { household: Record<string, unknown> | null };
}

interface Card {
  household: { region: { parent: { light: unknown } } } | null;
}

/** The whole city is the city's: what it cannot see is what is not there, which is answered the same. */
function outsideOf(user: User, { households }: Ground, random: Prng): string {
  const beyond = households.filter(({ path }) => !isWithin(path, subtreeOf(user.path)));
  return beyond.length > 0 ? random.pick(beyond).id : randomUUID();
}

function insideOf(user: User, { households }: Ground, random: Prng): string {
  return random.pick(households.filter(({ path }) => isWithin(path, subtreeOf(user.path)))).id;
}

export const householdCard: Workload = {
  name: 'W2',
  title: '一户卡片，跨四个子图 · a household card over four subgraphs',
  operation,
  draw: (ground, random, count) =>
    Array.from({ length: count }, (_, place) => {
      const { user, at } = drawUser(ground, random);
      const id = place % 10 === 9 ? outsideOf(user, ground, random) : insideOf(user, ground, random);
      return { user: at, variables: { id, year: YEAR, quarter: QUARTER, sums: user.level !== 'village' } };
    }),
  canonical: {
    graph(body) {
      const { data, errors } = body as GraphBody;
      return { household: data.household, errors: errors ?? null };
    },
    RAW: (body) => ({ household: body, errors: null }),
  },
  isTelling: (canonical) => Boolean((canonical as Card).household?.region.parent.light),
};
