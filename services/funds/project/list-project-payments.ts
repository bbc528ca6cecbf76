// Lists the batches and the payment lines of a project, and the batches of a lot, a page at a time.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Disbursement } from '../disbursement/disbursement.entity';
import { DisbursementLine } from '../disbursement/disbursement-line.entity';

const ofProject = 'exists (select 1 from funds.project_payment l where l.project_id = $1 and l.disbursement_id = ';

export const listProjectDisbursements = (context: Context<never>, projectId: string, args: PageArgs) =>
  listById(context, Disbursement, `${ofProject}t.id)`, projectId, args);

export const listProjectPayments = (context: Context<never>, projectId: string, args: PageArgs) =>
  listById(context, DisbursementLine, `${ofProject}t.disbursement_id)`, projectId, args);

export const listLotDisbursements = (context: Context<never>, lotId: string, args: PageArgs) =>
  listById(context, Disbursement, 't.lot_id = $1', lotId, args);

async function listById<T extends object>(
  { inScope }: Context<never>,
  entity: new () => T,
  where: string,
  of: string,
  args: PageArgs,
): Promise<Page<T>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  if (after !== null && !isId(after)) throw foreignCursor();
  const tail = `where ${where} and ($2::uuid is null or t.id > $2) order by t.id limit $3`;
  return pageOf(await inScope.read(({ select }) => select(entity, tail, [of, after, size + 1])), size);
}
