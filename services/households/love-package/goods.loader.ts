// Lots, their balances and moves, batches and what a package was made of: the same trace from a donor to a household and back.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { regionRange } from '../region-summary/region-range.query';
import { type GoodsBalance, GoodsLot } from './goods-lot.entity';
import { GoodsMove } from './goods-move.entity';
import { PackageBatch } from './package-batch.entity';

export const lotById = defineLoader<GoodsLot | null>(
  'lot of goods by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(GoodsLot, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (lot) => lot.id),
);

export const balanceOfLot = defineLoader<GoodsBalance | null>(
  'balance of a lot',
  () => null,
  async (rows, ids) => {
    const sql = `select b.lot_id as "lotId", b.stock, b.allocated, b.delivered, b.sent_on as "sentOn", b.announced, b.missing, b.withdrawn from households.goods_balance b
      where b.lot_id = any($1::uuid[])`;
    return mapBy(await rows.query<GoodsBalance>(sql, [ids]), ({ lotId }) => lotId);
  },
);

export const partsOfLot = defineLoader<GoodsLot[]>(
  'lots that a lot was sent on in',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.parent_id = any($1::uuid[]) order by t.id limit 1000';
    return groupBy(await rows.select(GoodsLot, tail, [ids]), (lot) => lot.parentId ?? '');
  },
);

export const goodsOfCase = defineLoader<GoodsMove[]>(
  'moves of goods of a case',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.case_id = any($1::uuid[]) order by t.moved_at, t.id';
    return groupBy(await rows.select(GoodsMove, tail, [ids]), (move) => move.caseId ?? '');
  },
);

export const batchById = defineLoader<PackageBatch | null>(
  'batch of love packages by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PackageBatch, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (batch) => batch.id),
);

export async function listMoves(context: Context, lotId: string, args: PageArgs): Promise<Page<GoodsMove>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  const tail = `where t.lot_id = $1 and ($2::uuid is null or (t.moved_at, t.id) > (select m.moved_at, m.id from households.goods_move m where m.id = $2))
    order by t.moved_at, t.id limit $3`;
  return pageOf(await context.inScope.read(({ select }) => select(GoodsMove, tail, [lotId, after, size + 1])), size);
}

/** Of a region wholly in scope, in the order of places. */
export async function listLots(context: Context, regionId: string, args: PageArgs): Promise<Page<GoodsLot>> {
  return listIn(context, GoodsLot, regionId, args);
}

export async function listBatches(context: Context, regionId: string, args: PageArgs): Promise<Page<PackageBatch>> {
  return listIn(context, PackageBatch, regionId, args);
}

async function listIn<T extends object>(
  context: Context,
  Row: new () => T,
  regionId: string,
  args: PageArgs,
): Promise<Page<T>> {
  const { size, at, id } = placeIn(args);
  const { lo, hi } = await regionRange(context, regionId);
  const tail = `where t.path >= $1 collate "C" and t.path < $2 collate "C" and ($3::text is null or (t.path, t.id) > ($3 collate "C", $4::uuid))
    order by t.path, t.id limit $5`;
  return pageOf(await context.inScope.read(({ select }) => select(Row, tail, [lo, hi, at, id, size + 1])), size);
}

function placeIn(args: PageArgs) {
  const [at = null, id = null] = keysOf(args.after, 2) ?? [];
  if (id !== null && !isId(id)) throw foreignCursor();
  return { size: pageSize(args.first), at, id };
}
