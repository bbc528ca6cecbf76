// Members by id and by household.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Member } from './member.entity';

export const memberById = defineLoader<Member | null>(
  'member by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Member, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

/** The head first. */
export const membersOfHousehold = defineLoader<Member[]>(
  'members of a household',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(Member, 'where t.household_id = any($1::uuid[]) order by t.id', [ids]);
    const headFirst = [...found.filter(isHead), ...found.filter((member) => !isHead(member))];
    return groupBy(headFirst, (member) => member.householdId);
  },
);

function isHead({ relation }: Member): boolean {
  return relation === 'head';
}
