// Lists units by their code, a page at a time; the leading group (领导小组) is such a list.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Unit } from './unit.entity';
import type { UnitsArgs } from './unit.input';

export async function listUnits({ inScope }: Context, args: UnitsArgs): Promise<Page<Unit>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Unit, 'u')
      .orderBy('u.code')
      .limit(size + 1);
    if (!args.includeEnded) found.andWhere('u.ended_on is null');
    if (args.kind) found.andWhere('u.kind = :kind', { kind: args.kind });
    if (args.line) found.andWhere('u.line = :line', { line: args.line });
    if (args.regionId) found.andWhere('u.region_id = :regionId', { regionId: args.regionId });
    if (args.inLeadingGroup !== undefined)
      found.andWhere('u.in_leading_group = :member', { member: args.inLeadingGroup });
    if (args.nameBegins) found.andWhere('starts_with(u.name, :begins)', { begins: args.nameBegins });
    if (after) found.andWhere('u.code > :code', { code: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
