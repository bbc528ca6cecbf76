// Loads the register: households, members, states, pairings and a year of visits; numbers are sealed before they leave this process.
import type { Client } from 'pg';
import type { PersonalData } from '#platform/database/personal-data';
import type { City, HouseholdRow, HouseholdStateRow, MemberRow, VisitRow } from '../generate/city';
import { formFactsOf, livingOf } from '../generate/form-facts';
import { type ColumnTypes, insertRows } from './insert-rows';
import { livingColumns } from './living-columns';
import { loadChecks } from './load-checks';
import { loadDeterminations } from './load-determinations';
import { loadIncomes } from './load-incomes';
import { loadPacks } from './load-packs';
import { loadPairings } from './load-pairings';
import { loadScope } from './load-scope';

type Tick = (rows: number) => void;

export async function loadHouseholds(
  client: Client,
  city: City,
  { personalData }: { personalData: PersonalData },
  tick: Tick,
): Promise<void> {
  const householdOf = new Map(city.households.map((household) => [household.id, household]));
  const knownHousehold = (householdId: string): HouseholdRow => {
    const household = householdOf.get(householdId);
    if (!household) throw new Error(`no household ${householdId}`);
    return household;
  };
  const place = (householdId: string): [string, string, string] => {
    const { regionId, path } = knownHousehold(householdId);
    return [householdId, regionId, path];
  };
  await loadScope(client, 'households', city.regions, tick);
  await loadPacks(client, 'households', city.regions);
  await loadRegister(client, city, personalData, tick);
  const placed: ColumnTypes = { household_id: 'uuid', region_id: 'uuid', path: 'text' };

  const members: ColumnTypes = { ...placed, ...memberColumns };
  await insertRows(client, 'households.member', members, city.members, memberRow(knownHousehold, personalData), tick);
  const livingRow = (row: HouseholdRow) => [...place(row.id), ...livingOf(row)];
  await insertRows(
    client,
    'households.living_conditions',
    { ...placed, ...livingColumns },
    city.households,
    livingRow,
    tick,
  );

  const states: ColumnTypes = { ...placed, year: 'int', ordinal: 'int', state: 'text' };
  const stateRow = ({ householdId, year, state }: HouseholdStateRow) => [...place(householdId), year, 1, state];
  await insertRows(client, 'households.household_state', states, city.states, stateRow, tick);

  await loadPairings(client, city, place, tick);

  await insertRows(client, 'households.visit', { ...placed, ...visitColumns }, city.visits(), visitRow, tick);
  await loadChecks(client, city, personalData);
  await loadIncomes(client, city, tick);
  await loadDeterminations(client, city, tick);
}

/** Households go through a staging table, because an array of arrays loses its rows in `unnest`. */
async function loadRegister(client: Client, city: City, personalData: PersonalData, tick: Tick): Promise<void> {
  const newest = new Map<string, HouseholdStateRow>();
  for (const row of city.states)
    if ((newest.get(row.householdId)?.year ?? 0) < row.year) newest.set(row.householdId, row);
  const rowOf = (row: HouseholdRow) => {
    const state = newest.get(row.id);
    return [
      row.id,
      row.number,
      row.regionId,
      row.path,
      row.standard,
      row.type,
      row.mainCause,
      `{${row.otherCauses.join(',')}}`,
      row.address,
      personalData.seal(row.phone),
      row.phone.slice(-4),
      row.bankName,
      personalData.seal(row.bankCard),
      row.bankCard.slice(-4),
      row.registeredOn,
      row.headMemberId,
      state?.state,
      state?.year,
    ];
  };
  const names = Object.keys(householdColumns).join(', ');
  await client.query(`create temp table household_staged (like households.household including defaults) on commit drop;
    alter table household_staged alter column other_causes type text`);
  await insertRows(client, 'household_staged', householdColumns, city.households, rowOf, tick);
  await client.query(`insert into households.household (${names})
    select ${names.replace('other_causes', 'other_causes::text[]')} from household_staged`);
}

const householdColumns: ColumnTypes = {
  id: 'uuid',
  number: 'text',
  region_id: 'uuid',
  path: 'text',
  standard: 'text',
  type: 'text',
  main_cause: 'text',
  other_causes: 'text',
  address: 'text',
  phone_sealed: 'bytea',
  phone_tail: 'text',
  bank_name: 'text',
  bank_card_sealed: 'bytea',
  bank_card_tail: 'text',
  registered_on: 'date',
  head_member_id: 'uuid',
  state: 'text',
  state_year: 'int',
};

const memberColumns: ColumnTypes = {
  id: 'uuid',
  name: 'text',
  sex: 'text',
  id_number_sealed: 'bytea',
  id_number_tail: 'text',
  id_number_index: 'text',
  birthday: 'date',
  relation: 'text',
  ethnicity: 'text',
  education: 'text',
  health: 'text',
  labour: 'text',
  insured: 'text',
  schooling: 'text',
  work_place: 'text',
  work_months: 'int',
  dibao: 'boolean',
  critical_illness_insured: 'boolean',
  pension_insured: 'boolean',
  disability_kind: 'text',
  disability_grade: 'int',
};

const memberRow = (household: (id: string) => HouseholdRow, personalData: PersonalData) => (row: MemberRow) => {
  const { id, regionId, path, type } = household(row.householdId);
  const { schooling, workPlace, ...further } = formFactsOf(row, { type });
  return [
    id,
    regionId,
    path,
    row.id,
    row.name,
    row.sex,
    personalData.seal(row.idNumber),
    row.idNumber.slice(-4),
    personalData.blindIndex(row.idNumber),
    row.birthday,
    row.relation,
    row.ethnicity,
    row.education,
    row.health,
    row.labour,
    row.insured,
    schooling,
    workPlace,
    further.workMonths,
    further.dibao,
    further.criticalIllnessInsured,
    further.pensionInsured,
    further.disabilityKind,
    further.disabilityGrade,
  ];
};

const visitColumns: ColumnTypes = {
  id: 'uuid',
  helper_id: 'uuid',
  visited_on: 'date',
  met: 'text',
  content: 'text',
  measure: 'text',
  recorded_by: 'uuid',
  recorded_at: 'timestamptz',
};

/** Recorded in the evening of the same day (assumed). */
const visitRow = (row: VisitRow) => [
  row.householdId,
  row.regionId,
  row.path,
  row.id,
  row.helperId,
  row.visitedOn,
  row.met,
  row.content,
  row.measure,
  row.helperId,
  `${row.visitedOn}T20:00:00+08:00`,
];
