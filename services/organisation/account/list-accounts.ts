// Lists accounts by name, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Account } from './account.entity';
import type { AccountsArgs } from './account.input';

export function listAccounts({ inScope }: Context, args: AccountsArgs): Promise<Page<Account>> {
  const size = pageSize(args.first);
  const after = keysOf(args.after, 1);
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Account, 'a')
      .orderBy('a.name')
      .limit(size + 1);
    if (args.nameBegins) found.andWhere('starts_with(a.name, :begins)', { begins: args.nameBegins });
    if (args.unitId)
      found.andWhere('a.person_id in (select id from organisation.person where unit_id = :unitId)', {
        unitId: args.unitId,
      });
    if (args.disabled !== undefined) found.andWhere(`a.disabled_at is ${args.disabled ? 'not null' : 'null'}`);
    if (after) found.andWhere('a.name > :name', { name: after[0] });
    return pageOf(await found.getMany(), size);
  });
}
