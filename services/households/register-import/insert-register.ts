// Writes households of a sheet by the hundred (成批登记): a statement a table, with the numbers that their villages give next.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { householdNumber } from '../household/household.rules';
import type { PlacedHousehold } from './find-known';
import type { VillageSerials } from './village-serials';

export interface RegisterOrder {
  importId: string;
  personId: string | null;
  documentNumber: string | null;
}

const NEW = 'newly-identified';

export async function insertRegister(
  rows: WriteRows,
  placed: readonly PlacedHousehold[],
  serials: Pick<VillageSerials, 'take'>,
  { importId, personId, documentNumber }: RegisterOrder,
): Promise<void> {
  if (placed.length === 0) return;
  const made = placed.map((household) => ({
    ...household,
    id: newId(),
    ids: household.members.map(() => newId()),
    place: [household.village.regionId, household.village.path] as const,
    given: householdNumber(household.village.code, serials.take(household.village.code)),
    begins: household.state ?? { code: NEW, year: Number(household.form.registeredOn.slice(0, 4)) },
  }));
  const of = <T>(value: (household: (typeof made)[number]) => T) => made.map(value);
  await rows.query(HOUSEHOLDS, [
    of(({ id }) => id),
    of(({ given }) => given),
    of(({ place }) => place[0]),
    of(({ place }) => place[1]),
    of(({ form }) => form.standard),
    of(({ form }) => form.type),
    of(({ form }) => form.mainCause),
    of(({ form }) => form.address),
    of(({ phone }) => phone && bytesOf(phone.sealed)),
    of(({ phone }) => phone?.tail ?? null),
    of(({ form }) => form.registeredOn),
    of(({ ids, members }) => ids[members.findIndex(({ facts }) => facts.relation === 'head')]),
    of(({ begins }) => begins.code),
    of(({ begins }) => begins.year),
  ]);
  const lived = made.filter(({ living }) => Object.values(living).some((fact) => fact !== null));
  if (lived.length > 0)
    await rows.query(LIVING, [
      lived.map(({ id }) => id),
      lived.map(({ place }) => place[0]),
      lived.map(({ place }) => place[1]),
      lived.map(({ living }) => living.hamlet),
      lived.map(({ living }) => living.dangerousHouse),
      lived.map(({ living }) => living.safeWater),
      lived.map(({ living }) => living.waterDifficulty),
    ]);
  const people = made.flatMap(({ id, ids, place, members }) =>
    members.map((member, at) => ({ ...member, householdId: id, place, id: ids[at] })),
  );
  const each = <T>(value: (member: (typeof people)[number]) => T) => people.map(value);
  await rows.query(MEMBERS, [
    each(({ id }) => id),
    each(({ householdId }) => householdId),
    each(({ place }) => place[0]),
    each(({ place }) => place[1]),
    each(({ idNumber }) => bytesOf(idNumber.sealed)),
    each(({ idNumber }) => idNumber.tail),
    each(({ idNumber }) => idNumber.index),
    ...FACTS.map((fact) => each(({ facts }) => facts[fact] ?? null)),
  ]);
  await rows.query(STATES, [
    of(({ id }) => id),
    of(({ place }) => place[0]),
    of(({ place }) => place[1]),
    of(({ begins }) => begins.year),
    of(({ begins }) => begins.code),
    of(({ state }) => (state ? documentNumber : null)),
    personId,
  ]);
  const numbered = [
    ...made.map(({ id, place, number }) => ({ id, householdId: id, place, number })),
    ...people.flatMap(({ number, ...person }) => (number === null ? [] : [{ ...person, number }])),
  ];
  await rows.query(NUMBERS, [
    numbered.map(({ id }) => id),
    numbered.map(({ householdId }) => householdId),
    numbered.map(({ place }) => place[0]),
    numbered.map(({ place }) => place[1]),
    numbered.map(({ number }) => number),
    importId,
  ]);
}

/** Between threads a Buffer is plain bytes. */
const bytesOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const FACTS = [
  'name',
  'sex',
  'birthday',
  'relation',
  'ethnicity',
  'education',
  'health',
  'labour',
  'insured',
  'schooling',
  'workPlace',
  'workMonths',
  'criticalIllnessInsured',
] as const;

const HOUSEHOLDS = `insert into households.household (id, number, region_id, path, standard, type, main_cause, address, phone_sealed, phone_tail,
  registered_on, head_member_id, state, state_year)
select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bytea[], $10::text[],
  $11::date[], $12::uuid[], $13::text[], $14::int[])`;

const LIVING = `insert into households.living_conditions (household_id, region_id, path, hamlet, dangerous_house, safe_water, water_difficulty)
select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::boolean[], $6::boolean[], $7::boolean[])`;

const MEMBERS = `insert into households.member (id, household_id, region_id, path, id_number_sealed, id_number_tail, id_number_index, name, sex, birthday,
  relation, ethnicity, education, health, labour, insured, schooling, work_place, work_months, critical_illness_insured)
select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bytea[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[],
  $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::int[], $20::boolean[])`;

const STATES = `insert into households.household_state (household_id, region_id, path, year, ordinal, state, document_number, decided_by)
select u.household_id, u.region_id, u.path, u.year, 1, u.state, u.document_number, $7::uuid
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[]) u(household_id, region_id, path, year, state, document_number)`;

const NUMBERS = `insert into households.national_number (subject_id, household_id, region_id, path, number, import_id)
select u.*, $6::uuid from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[]) u`;
