// Explains somebody's access to a field (说明权限): every chain from a document to a mask, for today or for a day gone by.
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { personById } from '../person/person.loader';
import type { ExplainAccessArgs } from './access.input';
import { bestOf, SeenAs } from './access.rules';
import { AccessExplanation } from './access-explanation.entity';
import { listHoldings } from './list-holdings';
import { weighAccess } from './weigh-access';

export async function explainAccess(
  context: Context<never>,
  { personId, at, ...node }: ExplainAccessArgs,
): Promise<AccessExplanation> {
  if (!(await personById.load(context, personId))) throw commonRefusals.notFound({ what: '人员 person' });
  const on = at ?? (await context.inScope.read(findToday));
  const holdings = await context.inScope.read((rows) => listHoldings(rows, on, personId), 'desk');
  const { line, chains } = await weighAccess(context, node, on, holdings);
  const seenAs = line.known ? bestOf(chains.map((chain) => chain.seenAs)) : SeenAs.unknown;
  return Object.assign(new AccessExplanation(), { line, chains, seenAs, complete: line.known });
}
