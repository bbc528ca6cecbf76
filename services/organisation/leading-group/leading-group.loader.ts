// Leading groups by id and by region, their members, and the seats of units.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { GroupMember } from './group-member.entity';
import { LeadingGroup } from './leading-group.entity';

export const groupById = defineLoader<LeadingGroup | null>(
  'leading group by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(LeadingGroup, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (group) => group.id),
);

/** The one that stands; those that were ended are found by their id. */
export const groupOfRegion = defineLoader<LeadingGroup | null>(
  'leading group of a region',
  () => null,
  async (rows, ids) =>
    mapBy(
      await rows.select(LeadingGroup, 'where t.region_id = any($1::uuid[]) and t.ended_on is null', [ids]),
      (group) => group.regionId,
    ),
);

const IN_ORDER = `order by array_position(array['head', 'deputy', 'member'], t.seat), t.valid_from, t.id`;

export const membersOfGroup = defineLoader<GroupMember[]>(
  'members of a leading group',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(GroupMember, `where t.group_id = any($1::uuid[]) ${IN_ORDER}`, [ids]),
      (member) => member.groupId,
    ),
);

export const seatsOfUnit = defineLoader<GroupMember[]>(
  'seats of a unit',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(GroupMember, `where t.unit_id = any($1::uuid[]) ${IN_ORDER}`, [ids]),
      (member) => member.unitId,
    ),
);
