// Loads what is known of households for conditions: the register's row, the members, and what cases of programmes add.

import type { Rows } from '#platform/database/in-scope';
import { findToday } from '#platform/database/today';
import { defineLoader, groupBy } from '#platform/graph/loader';
import { Household } from '../household/household.entity';
import { Member } from '../member/member.entity';
import { heldOf, type KnownByCases, type KnownMember } from './household-held.rules';
import type { HouseholdHeld } from './smallest-change.rules';

interface CaseRow {
  householdId: string;
  memberId: string | null;
  programme: string;
  grade: string | null;
}

const ofCases = `select c.household_id as "householdId", c.member_id as "memberId", c.programme, c.facts ->> 'grade' as grade
  from households.programme_case c where c.household_id = any ($1::uuid[])
    and (c.programme = 'dibao' and c.state in ('granted', 'easing') or c.programme = 'house-renovation' and c.facts ? 'grade') order by c.id`;

const incomes = `select distinct on (i.household_id) i.household_id as "householdId", i.per_head::text as "perHead" from households.income i
  where i.household_id = any ($1::uuid[]) and i.outcome = 'confirmed' and i.year >= $2::int order by i.household_id, i.year desc, i.ordinal desc`;

export const heldHousehold = defineLoader<HouseholdHeld | null>(
  'what is known of a household',
  () => null,
  heldHouseholds,
);

/** Also inside the transaction of a step, which decides by it. */
export async function heldHouseholds(rows: Rows, ids: readonly string[]): Promise<Map<string, HouseholdHeld>> {
  const [today, households, members, cases] = await Promise.all([
    findToday(rows),
    rows.select(Household, 'where t.id = any($1::uuid[])', [ids]),
    rows.select(Member, 'where t.household_id = any($1::uuid[]) order by t.id', [ids]),
    rows.query<CaseRow>(ofCases, [ids]),
  ]);
  const thisYear = Number(today.slice(0, 4));
  const told = await rows.query<{ householdId: string; perHead: string }>(incomes, [ids, thisYear - 1]);
  const perHead = new Map(told.map((income) => [income.householdId, Number(income.perHead)]));
  const membersOf = groupBy(members, ({ householdId }) => householdId);
  const casesOf = groupBy(cases, ({ householdId }) => householdId);
  return new Map(
    households.map((household) => {
      const own: readonly KnownMember[] = membersOf.get(household.id) ?? [];
      return [
        household.id,
        heldOf(household, own, knownByCases(casesOf.get(household.id) ?? [], perHead.get(household.id) ?? null), today),
      ];
    }),
  );
}

function knownByCases(cases: readonly CaseRow[], perCapitaIncome: number | null): KnownByCases {
  const dibao = cases.filter(({ programme }) => programme === 'dibao');
  return {
    houseGrade: cases.findLast(({ programme }) => programme === 'house-renovation')?.grade ?? null,
    dibaoHousehold: dibao.some(({ memberId }) => memberId === null),
    perCapitaIncome,
    dibaoMembers: new Set(dibao.flatMap(({ memberId }) => memberId ?? [])),
  };
}
