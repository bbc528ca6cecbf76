// Lists statements and what was found of their lines (对账单清单、对账结果), differences first where wanted.
import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { FundStatement } from './fund-statement.entity';
import type { ItemOutcome } from './match-statement.rules';
import { ReconciliationItem } from './reconciliation-item.entity';

export async function listStatements({ inScope }: Context, args: PageArgs): Promise<Page<FundStatement>> {
  const size = pageSize(args.first);
  const [month = null, id = null] = keysOf(args.after, 2) ?? [];
  const tail = `where $1::text is null or (t.month, t.id) < ($1 collate "C", $2::uuid) order by t.month desc, t.id desc limit $3`;
  return pageOf(await inScope.read((rows) => rows.select(FundStatement, tail, [month, id, size + 1])), size);
}

export async function listItems(
  { inScope }: Context,
  statementId: string,
  outcome: ItemOutcome | null,
  args: PageArgs,
): Promise<Page<ReconciliationItem>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  const tail = `where t.statement_id = $1 and ($2::text is null or t.outcome = $2) and ($3::uuid is null or t.id > $3::uuid) order by t.id limit $4`;
  return pageOf(
    await inScope.read((rows) => rows.select(ReconciliationItem, tail, [statementId, outcome, after, size + 1])),
    size,
  );
}
