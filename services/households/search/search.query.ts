// How the register is searched, by hand (搜索语句): each kind of key has an index that begins with it and goes on with the path, or is unique.
import type { PathRange } from '#platform/vocabulary/region';
import { initialsAsked, type SearchTerm } from './search.rules';

export interface SearchPlace {
  /** the subtree asked for, inside the caller's own; null for a helper who asked for none */
  range: PathRange | null;
  /** the households of a helper: a few, of which all members are looked at */
  paired: readonly string[] | null;
}

export interface SearchRow {
  path: string;
  householdId: string;
  memberId: string | null;
}

interface Statement {
  sql: string;
  parameters: unknown[];
}

/** A page in the order of places; `after`: the path and id of the last row seen. */
export function searchPage(
  term: SearchTerm,
  place: SearchPlace,
  after: readonly string[] | null,
  size: number,
): Statement {
  const parameters: unknown[] = [];
  const put = (value: unknown) => `$${parameters.push(value)}`;
  const within = (table: string, household: string) =>
    [
      ...(place.range ? [`${table}.path >= ${put(place.range.lo)} and ${table}.path < ${put(place.range.hi)}`] : []),
      ...(place.paired ? [`${household} = any (${put(place.paired)}::uuid[])`] : []),
    ].join(' and ');
  const onward = (table: string, id: string) =>
    after ? ` and (${table}.path, ${table}.${id}) > (${put(after[0])}, ${put(after[1])}::uuid)` : '';
  const ofMembers = (key: string): Statement => {
    const where = `${key} and ${within('m', 'm.household_id')}${onward('m', 'id')}`;
    const sql = `select m.path, m.household_id as "householdId", m.id as "memberId" from households.member m
      where ${where} order by m.path, m.id limit ${put(size + 1)}`;
    return { sql, parameters };
  };
  switch (term.kind) {
    case 'name':
      return ofMembers(
        `m.name_lead = ${put([...term.text].slice(0, 2).join(''))} and starts_with(m.name, ${put(term.text)})`,
      );
    case 'id-tail':
      return ofMembers(`m.id_number_tail = ${put(term.text)}`);
    case 'id-number':
      return ofMembers(`m.id_number_index = ${put(term.text)}`);
    case 'household-number': {
      // `:` follows `9`: exactly what begins with these digits.
      const key = `h.number >= ${put(term.text)} and h.number < ${put(`${term.text}:`)}`;
      const where = `${key} and ${within('h', 'h.id')}${onward('h', 'id')}`;
      const sql = `select h.path, h.id as "householdId", null::uuid as "memberId" from households.household h
        where ${where} order by h.path, h.id limit ${put(size + 1)}`;
      return { sql, parameters };
    }
    case 'initials': {
      if (place.paired)
        return ofMembers(
          `exists (select 1 from unnest(households.initials_of(m.name)) way where starts_with(way, ${put(term.text)}))`,
        );
      // Each of the 27 keys gives its own first page; the page is the first of them all.
      const where = `i.initials = k.initials and ${within('i', 'i.household_id')}${onward('i', 'member_id')}`;
      const keys = put(initialsAsked(term.text));
      const most = put(size + 1);
      const sql = `select distinct page.path, page.household_id as "householdId", page.member_id as "memberId"
        from unnest(${keys}::text[]) k(initials) cross join lateral (select i.path, i.household_id, i.member_id from households.member_initials i
          where ${where} order by i.path, i.member_id limit ${most}) page
        order by page.path, page.member_id limit ${most}`;
      return { sql, parameters };
    }
  }
}
