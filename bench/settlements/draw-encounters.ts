// What W8 settles (待结算就医): outpatient encounters of one hospital, of patients as Zipf draws them, with what they cost; and whether all years are exact.
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { anonymousCaller, type Caller, scopeOfPost } from '#platform/vocabulary/caller';

const PATIENTS = 2000;

export interface HospitalGround {
  caller: Caller;
  hospitalId: string;
  personId: string;
}

export async function hospitalGround(sql: Client): Promise<HospitalGround> {
  const { rows } = await sql.query<{ id: string; personId: string; unitId: string }>(
    `select a.id, a.person_id as "personId", a.unit_id as "unitId" from organisation.appointment a join organisation.unit u on u.id = a.unit_id
     where a.post = 'hospital-clerk' and u.code = 'hospital-laicheng' limit 1`,
  );
  const [clerk] = rows;
  if (!clerk) throw new Error('nobody is a clerk of the district hospital');
  await sql.query(`create schema if not exists bench_peers;
    drop table if exists bench_peers.patient, bench_peers.to_settle;
    drop sequence if exists bench_peers.next_stay;
    create table bench_peers.patient (n int primary key, member_id uuid, household_id uuid, region_id uuid, path text collate "C");
    create table bench_peers.to_settle (n bigint primary key, stay_id uuid);
    create sequence bench_peers.next_stay;`);
  await sql.query(
    `insert into bench_peers.patient select row_number() over (order by m.id), m.id, m.household_id, h.region_id, h.path
     from households.member m join households.household h on h.id = m.household_id where m.insured = 'resident' order by m.id limit $1`,
    [PATIENTS],
  );
  const { id: appointmentId, personId, unitId } = clerk;
  const caller: Caller = {
    ...anonymousCaller(randomUUID()),
    ...{ personId, appointmentId, unitId, post: 'hospital-clerk', scope: scopeOfPost['hospital-clerk'] },
    ...{ regionId: null, regionEpoch: 1, sessionId: randomUUID() },
  };
  return { caller, personId, hospitalId: unitId };
}

/** Patient n in proportion to 1/n; the ids in the order in which they are to be settled. */
export async function drawEncounters(
  sql: Client,
  { hospitalId, personId }: HospitalGround,
  seed: string,
  count: number,
): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `with drawn as (
       select n, md5($1 || n)::uuid as id, ('x' || substr(md5(n || $1), 1, 8))::bit(32)::bigint / 4294967296.0 as u, 4000 + (n * 7919) % 90000 as fen
       from generate_series(1, $2::int) n),
     made as (
       insert into funds.stay (id, hospital_id, hospital_grade, hospital_level, encounter, disease, member_id, household_id, region_id, path, patient_name,
         tags, insured, register_version, treat_first, admitted_on, discharged_on, status, admitted_by)
       select d.id, $3, 'grade-2', 'county', 'outpatient', 'diabetes', p.member_id, p.household_id, p.region_id, p.path, '患者', '{registered-poor}',
         'resident', 'bench', true, '2018-08-01', '2018-08-01', 'discharged', $4
       from drawn d join bench_peers.patient p on p.n = least(${PATIENTS}, floor(exp(d.u * ln(${PATIENTS}.0)))::int)
       returning id)
     select d.id from drawn d join made m on m.id = d.id order by d.n`,
    [seed, count, hospitalId, personId],
  );
  const ids = rows.map(({ id }) => id);
  await sql.query(
    `insert into funds.stay_fee (stay_id, ordinal, hospital_id, name, fee_class, amount, out_of_policy)
     select id, 1, $2, '费用', 'a', 4000 + (n * 7919) % 90000, 0 from unnest($1::uuid[]) with ordinality as given(id, n)`,
    [ids, hospitalId],
  );
  await sql.query('truncate bench_peers.to_settle');
  await sql.query(
    'insert into bench_peers.to_settle select n, id from unnest($1::uuid[]) with ordinality as given(id, n)',
    [ids],
  );
  await sql.query(`select setval('bench_peers.next_stay', 1, false)`);
  await sql.query('analyze funds.stay, funds.stay_fee, bench_peers.to_settle');
  return ids;
}

/** One encounter of 4,000,000 each for one patient in twenty: critical-illness insurance then pays nothing more this year. */
export async function drawHeavy(sql: Client, { hospitalId, personId }: HospitalGround): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `insert into funds.stay (id, hospital_id, hospital_grade, hospital_level, encounter, disease, member_id, household_id, region_id, path, patient_name,
       tags, insured, register_version, treat_first, admitted_on, discharged_on, status, admitted_by)
     select gen_random_uuid(), $1, 'grade-2', 'county', 'outpatient', 'diabetes', p.member_id, p.household_id, p.region_id, p.path, '患者',
       '{registered-poor}', 'resident', 'bench', true, '2018-07-20', '2018-07-20', 'discharged', $2
     from bench_peers.patient p where p.n % 20 = 3 returning id`,
    [hospitalId, personId],
  );
  const ids = rows.map(({ id }) => id);
  await sql.query(
    `insert into funds.stay_fee (stay_id, ordinal, hospital_id, name, fee_class, amount, out_of_policy)
     select id, 1, $2, '费用', 'a', 400000000, 0 from unnest($1::uuid[]) id`,
    [ids, hospitalId],
  );
  return ids;
}

/** Of all encounters of the bench: years whose sums are not what their settlements add up to, or whose deductible was taken twice. */
export async function checkYears(sql: Client): Promise<number> {
  const { rows } = await sql.query<{ wrong: number }>(
    `select count(*)::int as wrong from (
       select t.member_id from funds.member_year_total t join bench_peers.patient p on p.member_id = t.member_id
       where t.year = 2018 and t.name = 'outpatient-deductible' group by t.member_id having sum(t.amount) > 20000
       union all
       select t.member_id from funds.member_year_total t join bench_peers.patient p on p.member_id = t.member_id
       where t.year = 2018 and t.name = 'critical-paid' group by t.member_id having sum(t.amount) > 50000000
       union all
       select s.stay_id from funds.settlement s join funds.stay y on y.id = s.stay_id and y.register_version = 'bench'
       where s.kind = 'settlement' group by s.stay_id having count(*) > 1) bad`,
  );
  return rows[0]?.wrong ?? 0;
}
