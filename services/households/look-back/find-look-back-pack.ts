// Finds the look-back pack (回头看规则包) that a campaign was opened under.
import type { Rows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import { packOfHash } from '#platform/graph/pack/pack-in-force';
import { packHolding } from '../rule-pack/rule-pack.loader';
import type { LookBack } from './look-back.entity';
import { type LookBackPack, lookBackPackKind } from './look-back-pack.rules';
import { categoriesOf } from './look-back-progress.rules';
import { lookBackRefusals as refusals } from './look-back-refusals.rules';

type Opened = Pick<LookBack, 'packHash' | 'visitUntil'>;

/** One that was opened by a file, before there were packs, goes by the pack of its days. */
export async function packOfLookBack(rows: Rows, { packHash: hash, visitUntil }: Opened): Promise<LookBackPack> {
  const own = await packOfHash(rows, lookBackPackKind, hash);
  return own ?? (await packHolding(rows, lookBackPackKind, visitUntil, refusals.lookBackPackMissing)).pack;
}

export const findLookBackPack = ({ inScope }: Pick<Context, 'inScope'>, opened: Opened): Promise<LookBackPack> =>
  inScope.read((rows) => packOfLookBack(rows, opened), 'public');

export const categoriesOfLookBack = async (context: Pick<Context, 'inScope'>, opened: Opened) =>
  categoriesOf(await findLookBackPack(context, opened));
