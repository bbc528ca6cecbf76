// Draws what a gateway would ask a subgraph to resolve by key, and what a forger would: doubles, strangers, ill shapes, invented fields.
import type { Prng } from '../../data/generate/prng';
import type { Values } from './world-values';

const entities: Readonly<Record<string, string>> = {
  Region: 'region',
  Unit: 'unit',
  Person: 'person',
  Household: 'household',
  Member: 'member',
  Task: 'task',
  Disbursement: 'disbursement',
};

export function drawRepresentations(values: Values, source: Prng): unknown {
  const [only] = source.perMille(600) ? [source.pick(Object.keys(entities))] : [];
  const drawn: unknown[] = [];
  const count = source.pick([0, 1, 2, 3, 5, 8, 20]);
  for (let at = 0; at < count; at++) {
    const before = drawn.length > 0 && source.perMille(200) ? source.pick(drawn) : undefined;
    drawn.push(before ?? representation(only ?? source.pick(Object.keys(entities)), values, source));
  }
  return drawn;
}

function representation(type: string, values: Values, source: Prng): unknown {
  const id = source.pick(values[source.perMille(50) ? 'stranger' : (entities[type] ?? 'stranger')] ?? ['']);
  return source.weighted<() => unknown>([
    [() => ({ __typename: type, id }), 40],
    [() => ({ id, __typename: type }), 3],
    [() => ({ __typename: type, id, path: '0001/', regionId: id, name: '冒名', __proto: 1 }), 4],
    [() => ({ __typename: type }), 1],
    [() => ({ __typename: type, id: null }), 1],
    [() => ({ __typename: type, id: 7 }), 1],
    [() => ({ __typename: type, id: [id] }), 1],
    [() => ({ __typename: type, number: '371202100001', code: '371202100' }), 1],
    [() => ({ __typename: 'Nobody', id }), 1],
    [() => ({ __typename: 'Query', id }), 1],
    [() => ({ id }), 1],
    [() => null, 1],
    [() => 'text', 1],
  ])();
}
