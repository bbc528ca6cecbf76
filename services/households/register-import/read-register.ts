// Reads the rows of a register list (登记表各行): a handful of households with all their members, in one trip.
import type { Rows } from '#platform/database/in-scope';
import type { NamedVillage } from './name-villages';
import type { RegisterSource } from './register-cells.rules';

interface Row {
  householdId: string;
  memberId: string;
  regionId: string;
  number: string;
  memberNumber: string | null;
  size: number;
  version: string;
  idNumberTail: string;
  phoneTail: string | null;
  [value: string]: unknown;
}

/** $1 ids of households; members head first, households in the order of the ids. */
const MEMBERS = (by: string) => `
select h.id as "householdId", m.id as "memberId", h.region_id as "regionId", coalesce(n.number, h.number) as number, p.number as "memberNumber",
  h.version || '.' || m.version as version, count(*) over (partition by h.id)::int as size, m.id_number_tail as "idNumberTail", h.phone_tail as "phoneTail",
  h.type as "household.type", h.main_cause as "household.mainCause", h.state as "household.state", h.state_year as "household.stateYear",
  l.hamlet as "living.hamlet", l.dangerous_house as "living.dangerousHouse", l.safe_water as "living.safeWater", l.water_difficulty as "living.waterDifficulty",
  m.name as "member.name", m.relation as "member.relation", m.ethnicity as "member.ethnicity", m.education as "member.education",
  m.schooling as "member.schooling", m.health as "member.health", m.labour as "member.labour", m.work_place as "member.workPlace",
  m.work_months as "member.workMonths", m.critical_illness_insured as "member.criticalIllnessInsured"
from households.member m join households.household h on h.id = m.household_id
left join households.living_conditions l on l.household_id = h.id
left join households.national_number n on n.subject_id = h.id
left join households.national_number p on p.subject_id = m.id
where ${by} = any ($1::uuid[]) and m.left_on is null`;

const OF_HOUSEHOLDS = `${MEMBERS('h.id')} order by array_position($1::uuid[], h.id), m.relation <> 'head', m.id`;
const OF_MEMBERS = MEMBERS('m.id').replace(
  'count(*) over (partition by h.id)::int',
  '(select count(*)::int from households.member s where s.household_id = h.id and s.left_on is null)',
);

export async function readRegister(rows: Rows, householdIds: readonly string[]): Promise<Row[]> {
  return rows.query<Row>(OF_HOUSEHOLDS, [householdIds]);
}

export async function readMembers(rows: Rows, memberIds: readonly string[]): Promise<Row[]> {
  return rows.query<Row>(OF_MEMBERS, [memberIds]);
}

export type RegisterRow = Row;

export function sourceOf(row: Row, villages: ReadonlyMap<string, NamedVillage>): RegisterSource {
  const { householdId, memberId, version, idNumberTail, phoneTail, number, memberNumber, size } = row;
  const named = villages.get(row.regionId);
  return {
    householdId,
    memberId,
    version,
    place: { county: named?.counties[0] ?? '', town: named?.town ?? '', village: named?.village ?? '' },
    values: {
      ...row,
      'key.household': number,
      'key.member': memberNumber,
      'household.size': size,
    } as RegisterSource['values'],
    tails: { idNumber: idNumberTail, phone: phoneTail },
  };
}
