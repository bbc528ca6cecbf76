// Moves members from one household into another (人员移动): the stay until then is kept, the change is told, the ids of the members stay.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { type Change, type ChangePlace, recordChanges } from '../change/record-changes';
import type { RelationTold } from '../membership/membership.rules';
import { refusals } from '../refusals';
import type { Mover } from './regrouping.rules';

export type RegroupingChange = Pick<Change, 'deed' | 'ground' | 'changedBy'>;

export async function moveMembers(
  rows: WriteRows,
  from: ChangePlace,
  into: ChangePlace,
  movers: readonly Mover[],
  anew: readonly RelationTold[],
  change: RegroupingChange,
): Promise<void> {
  const { validFrom: on } = change.ground;
  const relationOf = new Map(anew.map(({ memberId, relation }) => [memberId, relation]));
  for (const { memberId, joinedOn } of movers) {
    const relation = relationOf.get(memberId) ?? 'other';
    await recordChanges(rows, { ...change, household: into, memberId }, [
      { field: 'household', value: into.id },
      { field: 'relation', value: relation },
    ]);
    await rows.query(
      `insert into households.former_membership (id, member_id, household_id, region_id, path, joined_on, left_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), memberId, from.id, from.regionId, from.path, joinedOn, on],
    );
    await placeMember(rows, into, memberId, relation, on);
  }
}

/** Back to where they were, as if they had never moved; who left meanwhile has left all the same. */
export async function moveBack(
  rows: WriteRows,
  from: ChangePlace,
  movers: readonly Mover[],
  on: string,
  change: RegroupingChange,
): Promise<void> {
  const headLast = [...movers].sort(
    (one, other) => Number(one.relation === 'head') - Number(other.relation === 'head'),
  );
  for (const { memberId, relation, joinedOn } of headLast) {
    await recordChanges(rows, { ...change, household: from, memberId }, [
      { field: 'household', value: from.id },
      { field: 'relation', value: relation },
    ]);
    await placeMember(rows, from, memberId, relation, joinedOn);
    await rows.query(
      `update households.former_membership set undone_at = clock_timestamp()
       where member_id = $1 and household_id = $2 and left_on = $3 and undone_at is null`,
      [memberId, from.id, on],
    );
  }
}

async function placeMember(
  { query }: WriteRows,
  place: ChangePlace,
  memberId: string,
  relation: string,
  joinedOn: string | null,
): Promise<void> {
  await query(
    'update households.member set household_id = $2, region_id = $3, path = $4, relation = $5, joined_on = $6 where id = $1',
    [memberId, place.id, place.regionId, place.path, relation, joinedOn],
  ).catch((error: unknown) => {
    if (brokenConstraint(error) === 'member_once_in_household')
      throw refusals.memberRepeated({ field: 'member.idNumber' });
    throw error;
  });
}
