// Reads the rows of a register list (登记表各行): members with their households, a handful of members or a page of households in one trip.
import type { Rows } from '#platform/database/in-scope';
import type { Statement } from '../household/household.query';
import type { NamedVillage } from './name-villages';
import type { RegisterSource } from './register-cells.rules';

interface Row {
  householdId: string;
  memberId: string;
  regionId: string;
  version: string;
  idNumberTail: string;
  phoneTail: string | null;
  'household.size': number;
  [value: string]: unknown;
}

/** The columns are called by the keys of the cells, so that a row is the values of its cells. */
const COLUMNS = `
  h.id as "householdId", m.id as "memberId", h.region_id as "regionId", coalesce(n.number, h.number) as "key.household", p.number as "key.member",
  h.version || '.' || m.version as version, m.id_number_tail as "idNumberTail", h.phone_tail as "phoneTail",
  h.type as "household.type", h.main_cause as "household.mainCause", h.state as "household.state", h.state_year as "household.stateYear",
  l.hamlet as "living.hamlet", l.dangerous_house as "living.dangerousHouse", l.safe_water as "living.safeWater", l.water_difficulty as "living.waterDifficulty",
  m.name as "member.name", m.relation as "member.relation", m.ethnicity as "member.ethnicity", m.education as "member.education",
  m.schooling as "member.schooling", m.health as "member.health", m.labour as "member.labour", m.work_place as "member.workPlace",
  m.work_months as "member.workMonths", m.critical_illness_insured as "member.criticalIllnessInsured"`;
/** Looked up row by row: the planner, to whom the bounds of the policies are unknown, would read those of the whole scope for each page. */
const besideRow = (name: string, table: string, condition: string) =>
  `left join lateral (select * from households.${table} where ${condition} offset 0) ${name} on true`;
const BESIDE = [
  besideRow('l', 'living_conditions', 'household_id = h.id'),
  besideRow('n', 'national_number', 'subject_id = h.id'),
  besideRow('p', 'national_number', 'subject_id = m.id'),
].join('\n');

/** What a page must tell of its households. */
const OF_A_PAGE =
  'h.id, h.path, h.number, h.region_id, h.version, h.phone_tail, h.type, h.main_cause, h.state, h.state_year';
const OF_MEMBERS = `select ${COLUMNS}, (select count(*)::int from households.member s where s.household_id = h.id and s.left_on is null) as "household.size"
from households.member m join households.household h on h.id = m.household_id ${BESIDE}
where m.id = any ($1::uuid[]) and m.left_on is null`;

export async function readMembers(rows: Rows, memberIds: readonly string[]): Promise<Row[]> {
  return rows.query<Row>(OF_MEMBERS, [memberIds]);
}

export type RegisterRow = Row;

export interface RegisterPage {
  rows: Row[];
  households: number;
  /** path, number and id of the last household */
  last: { path: string; number: string; householdId: string } | null;
}

/** `page` makes the statement of a page of households with the columns it is given; members head first, households in the order of the page. */
export async function readRegister(
  { query }: Pick<Rows, 'query'>,
  page: (columns: string) => Statement,
  second: 'number' | 'id',
): Promise<RegisterPage> {
  const { sql, parameters } = page(OF_A_PAGE);
  // A household that nobody is left in has no row, and counts for where the next page begins.
  const found = await query<Row & { path: string; number: string; memberId: string | null }>(
    `with h as materialized (${sql})
select h.path, h.number, ${COLUMNS} from h ${besideRow('m', 'member', 'household_id = h.id and left_on is null')}
${BESIDE}
order by h.path, h.${second}, m.relation <> 'head', m.id`,
    parameters,
  );
  let households = 0;
  let begun = 0;
  for (let at = 0; at < found.length; at = begun) {
    const { householdId } = found[at] as Row;
    while (found[begun]?.householdId === householdId) begun++;
    for (let of = at; of < begun; of++) (found[of] as Row)['household.size'] = begun - at;
    households++;
  }
  return { rows: found.filter(({ memberId }) => memberId !== null), households, last: found.at(-1) ?? null };
}

export function sourceOf(row: Row, villages: ReadonlyMap<string, NamedVillage>): RegisterSource {
  const { householdId, memberId, version, idNumberTail, phoneTail } = row;
  const named = villages.get(row.regionId);
  return {
    householdId,
    memberId,
    version,
    place: { county: named?.counties[0] ?? '', town: named?.town ?? '', village: named?.village ?? '' },
    values: row as RegisterSource['values'],
    tails: { idNumber: idNumberTail, phone: phoneTail },
  };
}
