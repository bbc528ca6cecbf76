// Opens a batch of love packages (爱心包批次), and allocates its packages to households: each gets its contents out of the stock, at most once.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput, Refusal } from '#platform/vocabulary/refusal';
import { checkText } from '../household/codes.rules';
import { Household } from '../household/household.entity';
import { insertCase } from '../programme/open-case';
import { packInForceOn } from '../programme/programme-pack-on.loader';
import { programmeRefusals } from '../programme/programme-refusals.rules';
import { allocateGoods, checkContents, type LotInStock } from './goods.rules';
import { goodsRefusal } from './goods-refusal.rules';
import type { PackageBatchInput } from './love-package.input';
import { lovePackageRefusals as refusals } from './love-package-refusals.rules';
import { PackageBatch } from './package-batch.entity';
import { placeOf } from './receive-goods';

const MOST = 200;

export async function openBatch(context: Context, input: PackageBatchInput): Promise<string> {
  const path = await placeOf(context, input.regionId);
  const title = checkText(input.title, 'title', 2, 100);
  const documentNumber = checkText(input.documentNumber, 'documentNumber', 4, 100);
  const purpose = input.purpose ? checkText(input.purpose, 'purpose', 2, 60) : null;
  const contents = checkContents(input.contents);
  if (contents.some(({ quantity }) => quantity < 1))
    throw invalidInput('contents', '每种至少一件', 'at least one of each good');
  const { caller, inScope } = context;
  const deed = { action: 'openPackageBatch', target: newId(), facts: { regionId: input.regionId } };
  return inScope.write(deed, async (rows) => {
    const row = { id: deed.target, regionId: input.regionId, path, title, documentNumber, purpose, contents };
    await rows.manager.insert(PackageBatch, { ...row, openedBy: caller.personId ?? '', openedAt: await rows.now() });
    return deed.target;
  });
}

const stock = `select l.id, l.good, b.stock, households.place_of(l.restricted_region_id) as within
  from households.goods_lot l join households.goods_balance b on b.lot_id = l.id
  where l.region_id = $1 and b.stock > 0 and (l.restricted_purpose is null or l.restricted_purpose = $2) order by l.received_on, l.id`;
const take = `insert into households.goods_move (id, lot_id, region_id, path, good, unit, case_id, household_id, kind, quantity, moved_by, moved_at)
  select $1, l.id, l.region_id, l.path, $3, $4, $5, $6, 'allocate', $7, $8, now() from households.goods_lot l where l.id = $2`;

export async function allocatePackages(
  context: Context,
  batchId: string,
  householdIds: readonly string[],
  idempotencyKey: string,
): Promise<string> {
  const { caller, inScope } = context;
  const ids = [...new Set(householdIds)];
  if (ids.length < householdIds.length) throw refusals.packageTwice();
  if (ids.length < 1 || ids.length > MOST)
    throw invalidInput('householdIds', `一次 1 至 ${MOST} 户`, `from 1 to ${MOST} households at once`);
  const deed = { action: 'allocateLovePackages', target: batchId, facts: { households: ids.length } };
  return inScope
    .write(deed, async (rows) => {
      const batch = isId(batchId) ? await rows.manager.findOneBy(PackageBatch, { id: batchId }) : null;
      if (!batch) throw commonRefusals.notFound({ what: '爱心包批次 batch' });
      const once = { subgraph: 'households' as const, caller, operation: 'allocateLovePackages', idempotencyKey };
      return onceOnly(rows, { ...once, payload: { batchId, ids } }, async () => {
        const known = await packInForceOn(rows, 'love-package', beijingDay(await rows.now()));
        if (!known) throw programmeRefusals.programmeUnknown({ programme: 'love-package' });
        const households = await rows.select(Household, 'where t.id = any($1::uuid[]) order by t.id', [
          ids.filter(isId),
        ]);
        if (households.length < ids.length || !households.every(({ path }) => path.startsWith(batch.path)))
          throw refusals.householdElsewhere();
        const lots = await rows.query<LotInStock>(stock, [batch.regionId, batch.purpose]);
        const taken = allocateGoods(
          batch.contents,
          lots,
          households.map(({ path }) => path),
        );
        const by = caller.personId ?? '';
        for (const [at, household] of households.entries()) {
          const told = { known, household, memberId: null, batchId, told: [], post: caller.post, by };
          const caseId = await insertCase(rows, told);
          for (const { lotId, good, unit, quantity, package: of } of taken)
            if (of === at) await rows.query(take, [newId(), lotId, good, unit, caseId, household.id, quantity, by]);
        }
        return batchId;
      });
    })
    .catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'CASE_STANDS') throw refusals.packageTwice();
      throw goodsRefusal(brokenConstraint(error)) ?? error;
    });
}
