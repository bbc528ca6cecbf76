// Lists delegations: all of them a page at a time for the security administrator, and one's own.

import type { Rows } from '#platform/database/in-scope';
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import { TODAY } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { Delegation } from './delegation.entity';
import type { DelegationsArgs } from './delegation.input';

/** In force today; the appointment behind it must hold too. */
const IN_FORCE = `(t.revoked_at is null and t.valid_from <= ${TODAY} and t.valid_to > ${TODAY} and exists (
  select 1 from organisation.appointment a where a.id = t.appointment_id and a.valid_from <= ${TODAY} and (a.valid_to is null or a.valid_to > ${TODAY})))`;

export function listDelegations({ inScope }: Context, args: DelegationsArgs): Promise<Page<Delegation>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  return inScope.read(async (rows) => {
    const found = await rows.select(
      Delegation,
      `where ($1::uuid is null or $1 in (t.delegator_id, t.delegate_id)) and ($2::boolean is null or ${IN_FORCE} = $2)
         and ($3::uuid is null or t.id > $3) order by t.id limit $4`,
      [args.personId ?? null, args.current ?? null, after, size + 1],
    );
    return pageOf(found, size);
  });
}

/** Those under which a person may act today. Read at the desk: the delegate is not the one whose appointment stands behind. */
export function delegationsHeldBy(rows: Rows, personId: string): Promise<Delegation[]> {
  return rows.select(Delegation, `where t.delegate_id = $1 and ${IN_FORCE} order by t.valid_from, t.id limit 50`, [
    personId,
  ]);
}

/** Those that a person has given and that have not run out, at most the newest fifty. */
export function delegationsGivenBy(rows: Rows, personId: string): Promise<Delegation[]> {
  return rows.select(
    Delegation,
    `where t.delegator_id = $1 and t.revoked_at is null and t.valid_to > ${TODAY} order by t.id desc limit 50`,
    [personId],
  );
}
