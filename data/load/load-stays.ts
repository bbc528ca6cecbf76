// Loads a few encounters of the demo city's district hospital (演示住院): settled by the engine itself, waiting to be settled, and in hospital.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '#platform/process/project-root';
import { settle } from '../../services/funds/settlement/settlement.rules';
import { feesOf } from '../../services/funds/settlement/stay-fees.rules';
import { storedInput } from '../../services/funds/settlement/stored-input.rules';
import { movedTotals, sharesOf, storedOutcome } from '../../services/funds/settlement/told-outcome.rules';
import { ordinaryStay } from '../../services/funds/settlement-policy/encounter-facts.rules';
import { parsePolicyPack } from '../../services/funds/settlement-policy/settlement-policy.rules';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { SEED } from './funds-hands';

const PACK = 'rizhao-2018-04';
/** In policy, out of policy, from, to: the last ones are not settled, or still in hospital. One a month is dear enough for the critical-illness insurer. */
const bills: readonly [bigint, bigint, string, string | null][] = [
  [4_286_000n, 24_000n, '2018-04-06', '2018-04-13'],
  [5_123_000n, 61_500n, '2018-04-19', '2018-05-02'],
  [143_750n, 0n, '2018-05-08', '2018-05-11'],
  [6_740_600n, 93_200n, '2018-05-21', '2018-06-04'],
  [398_400n, 12_600n, '2018-06-11', '2018-06-19'],
  [227_800n, 30_000n, '2018-06-20', '2018-06-27'],
  [651_200n, 48_800n, '2018-06-25', null],
];
const SETTLED = 5;
/** This patient, of the town whose accounts are tried by everybody, could not pay at once: three monthly parts, the first of them paid in half. */
const OWING = 3;

export async function loadStays(client: Client, city: City): Promise<void> {
  const hospital = await openHospital(client, city);
  if (!hospital) return;
  const patients = patientsOf(city, bills.length);
  for (const [at, last] of patients.entries()) {
    const patient = at === OWING ? owingPatient(city, last) : last;
    const [inPolicy, outOfPolicy, admittedOn, dischargedOn] = bills[at] as (typeof bills)[number];
    const stay = { ...hospital, id: idOf(SEED, 'stay', String(at)), admittedOn, dischargedOn, treatFirst: true };
    const bill = { policyId: hospital.policyId, inPolicy, outOfPolicy, at: String(at), settledOn: dischargedOn ?? '' };
    if (at < SETTLED) await loadSettledStay(client, stay, patient, bill);
    else {
      await insertStay(client, stay, patient, dischargedOn ? 'discharged' : 'admitted');
      await insertFees(client, stay, bill);
    }
    if (at === OWING) await insertAgreement(client, stay, patient);
  }
}

/** The demo's hospital with its clerk and policy; null where a city has none. */
export async function openHospital(client: Client, city: City) {
  const hospital = city.units.find(({ code }) => code === 'hospital-laicheng');
  const clerk = city.appointments.find(({ post, unitId }) => post === 'hospital-clerk' && unitId === hospital?.id);
  const { rows: packs } = await client.query<{ id: string }>(`select id from funds.pack where name = $1`, [PACK]);
  const [policy] = packs;
  return hospital && clerk && policy ? { hospitalId: hospital.id, clerk: clerk.personId, policyId: policy.id } : null;
}

export async function loadSettledStay(client: Client, stay: LoadedStay, patient: Patient, bill: LoadedBill) {
  await insertStay(client, stay, patient, 'settled');
  await insertFees(client, stay, bill);
  return insertSettlement(client, stay, patient, bill);
}

interface LoadedBill {
  policyId: string;
  inPolicy: bigint;
  outOfPolicy: bigint;
  settledOn: string;
  at: string;
}

function insertFees(client: Client, stay: LoadedStay, { inPolicy, outOfPolicy }: LoadedBill): Promise<unknown> {
  return client.query(
    `insert into funds.stay_fee (stay_id, ordinal, hospital_id, name, fee_class, amount, out_of_policy)
     select $1, ordinal, $2, name, class, amount, beyond from (values (1, '住院费', 'a', $3::bigint, 0::bigint), (2, '目录外药品', 'c', $4, $4))
       as given(ordinal, name, class, amount, beyond) where amount > 0`,
    [stay.id, stay.hospitalId, inPolicy.toString(), outOfPolicy.toString()],
  );
}

type Patient = ReturnType<typeof patientsOf>[number];
export interface LoadedStay {
  id: string;
  hospitalId: string;
  clerk: string;
  admittedOn: string;
  dischargedOn: string | null;
  treatFirst: boolean;
}

/** The last of the register: the first are those whom everybody tries things with. */
export function patientsOf(city: City, count: number) {
  const states = new Map(city.states.map(({ householdId, state }) => [householdId, state]));
  const homes = new Map(city.households.map((household) => [household.id, household]));
  const heads = new Set(city.households.map(({ headMemberId }) => headMemberId));
  return city.members
    .flatMap((member) => {
      const home = homes.get(member.householdId);
      const entitled = !['removed', 'lifted-policies-ended'].includes(states.get(member.householdId) ?? '');
      return home && entitled && heads.has(member.id) && member.insured === 'resident' ? [{ member, home }] : [];
    })
    .slice(-count);
}

/** None of those whom the others are loaded with. */
function owingPatient(city: City, otherwise: Patient): Patient {
  const town = city.regions.find(({ name }) => name === '口镇');
  const taken = new Set(patientsOf(city, 20).map(({ member }) => member.id));
  const found = patientsOf(city, city.members.length).filter(
    ({ member, home }) => town && home.path.startsWith(town.path) && !taken.has(member.id),
  );
  return found.at(-1) ?? otherwise;
}

const tags = ['registered-poor'];
const masked = (name: string) => `${name[0] ?? ''}${'*'.repeat(Math.max(1, name.length - 1))}`;

function insertStay(client: Client, stay: LoadedStay, { member, home }: Patient, status: string): Promise<unknown> {
  return client.query(
    `insert into funds.stay (id, hospital_id, hospital_grade, hospital_level, member_id, household_id, region_id, path, patient_name, tags, insured,
       register_version, treat_first, agreement_on, admitted_on, discharged_on, status, admitted_by)
     values ($1, $2, 'grade-2', 'county', $3, $4, $5, $6, $7, $8, 'resident', 'loaded', $13, case when $13 then $9::date end, $9, $10, $11, $12)`,
    [
      ...[stay.id, stay.hospitalId, member.id, home.id, home.regionId, home.path, masked(member.name), tags],
      ...[stay.admittedOn, stay.dischargedOn, status, stay.clerk, stay.treatFirst],
    ],
  );
}

async function insertSettlement(
  client: Client,
  stay: LoadedStay,
  { member, home }: Patient,
  { policyId, inPolicy, outOfPolicy, at, settledOn }: LoadedBill,
) {
  const pack = parsePolicyPack(
    JSON.parse(readFileSync(join(projectRoot, `data/settlement-policies/${PACK}.json`), 'utf8')),
  );
  const facts = { ...ordinaryStay, hospitalGrade: 'grade-2' as const, hospitalLevel: 'county' as const, tags };
  const input = { pack, facts, fees: feesOf(inPolicy, outOfPolicy), running: {}, given: {} };
  const outcome = settle(input);
  const id = idOf(SEED, 'settlement', at);
  await client.query(
    `insert into funds.settlement (id, kind, attempt, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id,
       pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
     values ($1, 'settlement', 1, $2, $3, 'grade-2', $4, $5, $6, $7, 2018, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[id, stay.id, stay.hospitalId, member.id, masked(member.name), home.regionId, home.path, policyId],
      ...[outcome.packHash, outcome.engineVersion, (inPolicy + outOfPolicy).toString(), inPolicy.toString()],
      ...[outOfPolicy.toString(), outcome.patientPays.toString(), JSON.stringify(storedOutcome(outcome, tags))],
      ...[JSON.stringify(storedInput(input)), stay.clerk, settledOn],
    ],
  );
  for (const [ordinal, { layer, payer, amount }] of sharesOf(outcome).entries())
    await client.query(
      `insert into funds.settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
       values ($1, $2, $3, $4, case $4 when 'hospital' then $5 else (select m.unit_id from funds.settlement_payer m where m.payer = $4) end, $5, $6, $7)`,
      [id, ordinal + 1, layer, payer, stay.hospitalId, home.path, amount.toString()],
    );
  await client.query('insert into funds.member_year (member_id, year) values ($1, 2018)', [member.id]);
  for (const { name, amount } of movedTotals({}, outcome.runningAfter))
    await client.query(
      'insert into funds.member_year_total (settlement_id, member_id, year, name, amount) values ($1, $2, 2018, $3, $4)',
      [id, member.id, name, amount.toString()],
    );
  return { id, patientPays: outcome.patientPays, patientPaysInPolicy: outcome.patientPaysInPolicy };
}

async function insertAgreement(client: Client, stay: LoadedStay, { member, home }: Patient): Promise<void> {
  const id = idOf(SEED, 'repayment-agreement', stay.id);
  await client.query(
    `insert into funds.repayment_agreement (id, stay_id, hospital_id, region_id, path, patient_name, settlement_id, amount, signed_on, instalments,
       first_due_on, signed_by)
     select $1, $2, $3, $4, $5, $6, s.id, s.patient_pays, $7, 3, '2018-06-15', $8 from funds.settlement s where s.stay_id = $2`,
    [id, stay.id, stay.hospitalId, home.regionId, home.path, masked(member.name), stay.dischargedOn, stay.clerk],
  );
  await client.query(
    `insert into funds.repayment (id, agreement_id, hospital_id, amount, paid_on, recorded_by)
     select $1, a.id, a.hospital_id, a.amount / 6, '2018-06-15', $3 from funds.repayment_agreement a where a.id = $2`,
    [idOf(SEED, 'repayment', stay.id), id, stay.clerk],
  );
}
