// Operations that nobody asked before: pages and cards with other fields and other aliases each time, all within the gateway's limits.
import type { Prng } from '../../data/generate/prng';

const YEAR = 2018;
const QUARTER = '2018Q1';

/** Fields that every post of a region may read; lists only of what W1 and W2 ask about. */
const fields = {
  household: ['number', 'type', 'mainCause', 'otherCauses', 'state', 'standard', 'registeredOn'],
  region: ['name', 'code', 'kind'],
  member: ['name', 'relation', 'sex', 'birthday', 'health'],
  person: ['name'],
  unit: ['name', 'code', 'kind'],
  visit: ['visitedOn', 'met', 'measure', 'content'],
  payment: ['purpose', 'amount', 'returned', 'state', 'paidOn'],
  light: ['colour', 'rank', 'peers'],
} as const;

export interface Drawn {
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

/** `place` is in an alias of each, so that no two of a run are the same text. */
export function generateOperation(random: Prng, place: number, households: readonly string[]): Drawn {
  const some = (of: keyof typeof fields): string => {
    const chosen = fields[of].filter(() => random.perMille(600));
    return (chosen.length > 0 ? chosen : [fields[of][0]])
      .map((name) => (random.perMille(150) ? `${name}${random.below(100)}: ${name}` : name))
      .join(' ');
  };
  const parts = [
    () => `region { ${some('region')} parent { ${some('region')} light(quarter: "${QUARTER}") { ${some('light')} } } }`,
    () => `members { ${some('member')} }`,
    () => `helper { ${some('person')} unit { ${some('unit')} } }`,
    () => `lastVisit { ${some('visit')} }`,
    () => `payments(year: ${YEAR}) { ${some('payment')} }`,
  ];
  const chosen = parts.filter(() => random.perMille(650)).map((part) => part());
  const household = `number${place}: number ${some('household')} ${chosen.join(' ')}`;
  if (random.perMille(500))
    return {
      query: `query Card($id: ID!) { household(id: $id) { ${household} } }`,
      variables: { id: random.pick(households) },
    };
  return {
    query: `query Page($first: Int!) { households(first: $first) { edges { node { ${household} } } pageInfo { hasNextPage } } }`,
    variables: { first: random.between(1, 20) },
  };
}
