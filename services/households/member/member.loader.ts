// Members by id and by household.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { columnsFor, type NarrowView } from '#platform/graph/narrow-view';
import { isId } from '#platform/vocabulary/id';
import { Member } from './member.entity';

export const memberById = defineLoader<Member | null>(
  'member by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Member, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

const narrowMember: NarrowView = {
  type: 'Member',
  fields: ['id', 'name', 'relation', 'sex', 'birthday', 'health'],
  columns: ['id', 'householdId', 'name', 'relation', 'sex', 'birthday', 'health'],
};

const narrowestMember: NarrowView = {
  type: 'Member',
  fields: ['name', 'relation'],
  columns: ['householdId', 'name', 'relation'],
};

/** The core of the form, without what it asks beside: whoever does not ask for that does not pay for it. */
const memberCore: NarrowView = {
  type: 'Member',
  fields: [...narrowMember.fields, 'idNumber', 'household', 'ethnicity', 'education', 'labour', 'insured'],
  columns: [...narrowMember.columns, 'regionId', 'path', 'idNumberTail', 'ethnicity', 'education', 'labour', 'insured'],
};

/** The head first. */
export const membersOfHousehold = defineLoader<Member[]>(
  'members of a household',
  () => [],
  async (rows, ids, context) => {
    const only = columnsFor(context, narrowestMember, narrowMember, memberCore);
    const found = await rows.select(
      Member,
      'where t.household_id = any($1::uuid[]) and t.left_on is null order by t.id',
      [ids],
      only,
    );
    const headFirst = [...found.filter(isHead), ...found.filter((member) => !isHead(member))];
    return groupBy(headFirst, (member) => member.householdId);
  },
);

/** Whoever left last comes first. */
export const formerMembersOf = defineLoader<Member[]>(
  'former members of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) and t.left_on is not null order by t.left_on desc, t.id';
    return groupBy(await rows.select(Member, tail, [ids]), (member) => member.householdId);
  },
);

function isHead({ relation }: Member): boolean {
  return relation === 'head';
}
