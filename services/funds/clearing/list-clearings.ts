// Lists clearings (清算单清单), the latest first, their lines, and the differences of a list, a page at a time.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Clearing } from './clearing.entity';
import type { ClearingsArgs } from './clearing.input';
import { ClearingLine } from './clearing-line.entity';
import { ClearingDifference } from './clearing-list.entity';

export async function listClearings({ inScope }: Context, args: ClearingsArgs): Promise<Page<Clearing>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  const asked = [args.hospitalId, args.payerId, args.period, args.kind, args.state].map((each) => each ?? null);
  const tail = `where ($1::uuid is null or t.hospital_id = $1::uuid) and ($2::uuid is null or t.payer_unit_id = $2::uuid) and ($3::text is null or t.period = $3)
    and ($4::text is null or t.kind = $4) and ($5::text is null or t.state = $5) and ($6::uuid is null or t.id < $6::uuid) order by t.id desc limit $7`;
  return pageOf(await inScope.read((rows) => rows.select(Clearing, tail, [...asked, after, size + 1])), size);
}

export async function listClearingLines(
  { inScope }: Context,
  clearingId: string,
  deductedOnly: boolean,
  args: PageArgs,
): Promise<Page<ClearingLine>> {
  const size = pageSize(args.first);
  const [after = 0] = keysOf(args.after, 1) ?? [];
  const deducted =
    'exists (select 1 from funds.clearing_deduction d where d.clearing_id = t.clearing_id and d.ordinal = t.ordinal)';
  const tail = `where t.clearing_id = $1 and t.ordinal > $2 and (not $3 or ${deducted}) order by t.ordinal limit $4`;
  return pageOf(
    await inScope.read((rows) => rows.select(ClearingLine, tail, [clearingId, after, deductedOnly, size + 1])),
    size,
  );
}

export async function listClearingDifferences(
  { inScope }: Context,
  listId: string,
  args: PageArgs,
): Promise<Page<ClearingDifference>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  const tail = 'where t.list_id = $1 and ($2::uuid is null or t.id > $2::uuid) order by t.id limit $3';
  return pageOf(await inScope.read((rows) => rows.select(ClearingDifference, tail, [listId, after, size + 1])), size);
}
