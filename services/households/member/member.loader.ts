// Members by id and by household.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Member } from './member.entity';

export const memberById = defineLoader<Member | null>(
  'member by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(Member, { id: Any(ids.filter(isId)) }), (each) => each.id),
);

/** The head first. */
export const membersOfHousehold = defineLoader<Member[]>(
  'members of a household',
  () => [],
  async (rows, ids) => {
    const found = await rows.manager.find(Member, { where: { householdId: Any([...ids]) }, order: { id: 'ASC' } });
    const headFirst = [...found.filter(isHead), ...found.filter((member) => !isHead(member))];
    return groupBy(headFirst, (member) => member.householdId);
  },
);

function isHead({ relation }: Member): boolean {
  return relation === 'head';
}
