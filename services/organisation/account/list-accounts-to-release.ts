// Lists the accounts that the officer who asks has to release, by name.

import { keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { AccountToRelease } from './account-to-release.entity';

/** `c` is an account whose person is a security administrator, now or on a day to come. */
export const IS_SECURITY_ADMINISTRATOR = `exists (select 1 from organisation.appointment a
  where a.person_id = c.person_id and a.post = 'security-administrator' and (a.valid_to is null or a.valid_to > ${TODAY}))`;

export function listAccountsToRelease({ caller, inScope }: Context, args: PageArgs): Promise<Page<AccountToRelease>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  return inScope.read(async (rows) => {
    const found = await rows.query(
      `select c.id, c.name, c.person_id as "personId" from organisation.account c
       where c.awaits_release and c.disabled_at is null and c.person_id <> $1 and ${IS_SECURITY_ADMINISTRATOR} = $2 and ($3::text is null or c.name > $3)
       order by c.name limit $4`,
      [caller.personId, caller.post === 'log-auditor', after, size + 1],
      AccountToRelease,
    );
    return pageOf(found, size);
  });
}
