// Confirms an asset or an income of it (确认资产、收益), by another person than registered it.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { mayCheck } from '#platform/vocabulary/hands';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Asset } from './asset.entity';
import { AssetIncome } from './asset-income.entity';
import { assetRefusals as refusals } from './asset-refusals.rules';

export const confirmAsset = (context: Context, id: string): Promise<string> =>
  confirm(context, {
    id,
    entity: Asset,
    action: 'confirmAsset',
    what: '资产 asset',
    maker: ({ registeredBy }) => registeredBy,
  });

export const confirmAssetIncome = (context: Context, id: string): Promise<string> =>
  confirm(context, {
    id,
    entity: AssetIncome,
    action: 'confirmAssetIncome',
    what: '收益 income',
    maker: ({ recordedBy }) => recordedBy,
  });

interface Confirmed<T> {
  id: string;
  entity: new () => T;
  action: string;
  what: string;
  maker(row: T): string;
}

async function confirm<T extends { id: string; confirmedAt: Date | null }>(
  { caller, inScope }: Context,
  { id, entity, action, what, maker }: Confirmed<T>,
): Promise<string> {
  checkId(id, what);
  const personId = caller.personId ?? '';
  await inScope
    .write({ action, target: id }, async (rows) => {
      const [found] = await rows.select(entity, 'where t.id = $1 for update', [id]);
      if (!found) throw commonRefusals.notFound({ what });
      if (found.confirmedAt) throw refusals.assetConfirmed();
      const checker = { personId, principalId: caller.principalId, standsFor: caller.standsFor };
      if (!mayCheck(checker, { personId: maker(found), principalId: null })) throw refusals.assetFourEyes();
      const change = { confirmedBy: personId, confirmedAt: await rows.now() };
      await rows.manager.update(entity, { id } as never, change as never);
    })
    .catch((error: unknown) => {
      if (/^asset(_income)?_four_eyes$/.test(brokenConstraint(error) ?? '')) throw refusals.assetFourEyes();
      throw error;
    });
  return id;
}
