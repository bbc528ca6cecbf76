// Lists the divisions below one, the vintages that were loaded, and what one of them changed, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Division, DivisionChange, DivisionVintage } from './division.entity';
import type { DivisionChangesArgs, DivisionsArgs } from './division.input';
import { changesOfVintage, divisionsBelow } from './division.query';

/** Behind every code: a colon comes after the digits. */
const END = ':';

export async function listDivisions({ inScope }: Context, args: DivisionsArgs): Promise<Page<Division>> {
  const size = pageSize(args.first);
  const [after = ''] = keysOf(args.after, 1) ?? [];
  const { parentCode = null, nameBegins = null } = args;
  const sql = divisionsBelow(parentCode !== null);
  const asked = [parentCode, nameBegins, after, size + 1];
  return pageOf(await inScope.read(({ query }) => query(sql, asked, Division)), size);
}

export function listDivisionVintages({ inScope }: Context): Promise<DivisionVintage[]> {
  return inScope.read(({ select }) => select(DivisionVintage, 'order by t.vintage'));
}

export async function listDivisionChanges(
  { inScope }: Context,
  args: DivisionChangesArgs,
): Promise<Page<DivisionChange>> {
  const size = pageSize(args.first);
  const [after = ''] = keysOf(args.after, 1) ?? [];
  const begins = args.codeBegins ?? '';
  const asked = [args.vintage, begins, `${begins}${END}`, after, size + 1];
  return pageOf(await inScope.read(({ query }) => query(changesOfVintage, asked, DivisionChange)), size);
}
