// Answers the seal of an airing to organisation, whose minutes cite its hash; a draft has none.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { airingsFor } from './airing.loader';
import type { AiringSeal } from './airing-seal.entity';

export async function sealOfAiring(context: Context, id: string): Promise<AiringSeal | null> {
  const airing = isId(id) ? await airingsFor(context).airing.load(context, id) : null;
  if (!airing?.sealedAt) return null;
  return { id, hash: airing.contentHash, quarter: airing.quarter, title: airing.title };
}
