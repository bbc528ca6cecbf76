// Weighs ways to ask for a field (权限判定) at the subgraph that owns the node: by the table of that day, and by the very policies of its rows.
import type { Context } from '#platform/graph/context';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { kindsOfPost, knownTypes, ownerOfType, seenAs, type Weighed } from './access.rules';
import { AccessChain, AccessLine } from './access-explanation.entity';
import type { Holding } from './list-holdings';

export interface Node {
  type: string;
  id: string;
  field: string;
}

interface Told {
  household: string | null;
  known: boolean;
  fieldKnown: boolean;
  policyHash: string | null;
  tookEffect: string | null;
  fieldClass: string | null;
  rule: unknown;
  root: string | null;
  rootRule: unknown;
  answers: Weighed[];
}

interface Paired {
  householdId: string;
  helperId: string;
}

export interface Access {
  line: AccessLine;
  /** one for each holding, in their order */
  chains: AccessChain[];
}

export async function weighAccess(
  context: Context<never>,
  node: Node,
  on: string,
  holdings: readonly Holding[],
): Promise<Access> {
  const owner = ownerOfType(node.type);
  if (!owner)
    throw invalidInput('type', `类型须为 ${knownTypes.join('、')}`, `a type is one of ${knownTypes.join(', ')}`);
  const ask = async (asked: readonly object[]) => {
    const answer = await context.ask<Record<string, Told | null>>(
      owner,
      `query($type: String!, $id: ID!, $field: String!, $on: CalendarDay!, $asked: [AccessAskedInput!]!) { told: ${owner}Access(type: $type, id: $id, field: $field, on: $on, asked: $asked) }`,
      { ...node, on, asked },
    );
    if (!answer.told) throw commonRefusals.notFound({ what: `${node.type}` });
    return answer.told;
  };
  const { household } = await ask([]);
  const helpers = await helpersOf(context, household, on);
  const ways = new Map<string, { asked: object; at: number }>();
  const keys = holdings.map((holding) => {
    const households = household && helpers.has(holding.personId) ? [household] : [];
    const asked = wayOf(holding, holding.post === 'helper' ? households : []);
    const key = JSON.stringify(asked);
    if (!ways.has(key)) ways.set(key, { asked, at: ways.size });
    return key;
  });
  const told = await ask([...ways.values()].map(({ asked }) => asked));
  if (told.known && !told.fieldKnown)
    throw invalidInput('field', `${node.type} 没有此字段`, `${node.type} has no such field`);
  const chains = holdings.map((holding, at) => {
    const weighed = told.answers[ways.get(keys[at] ?? '')?.at ?? -1] as Weighed;
    const id = `${holding.appointmentId ?? holding.personId}${holding.delegationId ? `/${holding.delegationId}` : ''}`;
    const kinds = kindsOfPost(holding.post);
    const { opened, reached } = weighed;
    return Object.assign(new AccessChain(), { ...holding, id, kinds, opened, reached, seenAs: seenAs(weighed) });
  });
  const { known, policyHash, fieldClass, rule, root, rootRule } = told;
  const tookEffect = told.tookEffect === null ? null : new Date(told.tookEffect);
  const line = Object.assign(new AccessLine(), { on, known, policyHash, tookEffect, fieldClass, rule, root, rootRule });
  return { line, chains };
}

/** Own rows go by person; to every other kind one officer of a place is like another. */
function wayOf({ post, level, line, regionId, unitId, personId }: Holding, households: readonly string[]): object {
  const kinds = kindsOfPost(post);
  const byPerson = kinds.some((kind) => kind === 'own' || kind === 'issuer');
  return { post, level, line, kinds, regionId, unitId, personId: byPerson ? personId : null, households };
}

/** Who was paired with the household on that day, as its owner says. */
async function helpersOf({ ask }: Context<never>, household: string | null, on: string): Promise<ReadonlySet<string>> {
  if (!household) return new Set();
  const { pairingsOn } = await ask<{ pairingsOn: Paired[] }>(
    'households',
    'query($on: CalendarDay!, $household: ID!) { pairingsOn(on: $on, householdId: $household) }',
    { on, household },
  );
  return new Set(pairingsOn.map(({ helperId }) => helperId));
}
