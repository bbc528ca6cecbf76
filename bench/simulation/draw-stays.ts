// Settled stays of nobody for W12 (测算用的就医): some thousand person-years by the engine itself, multiplied in the database, and taken away again.
import type { Client } from 'pg';
import { prng } from '../../data/generate/prng';
import type { RunningTotals } from '../../services/funds/settlement/running-total.rules';
import { settle } from '../../services/funds/settlement/settlement.rules';
import { feesOf } from '../../services/funds/settlement/stay-fees.rules';
import { storedInput } from '../../services/funds/settlement/stored-input.rules';
import { movedTotals, sharesOf } from '../../services/funds/settlement/told-outcome.rules';
import { hospitalGrades, ordinaryStay } from '../../services/funds/settlement-policy/encounter-facts.rules';
import { parsePolicyPack } from '../../services/funds/settlement-policy/settlement-policy.rules';

const PERSONS = 2000;
const SEED = 371_200;

interface DrawnStay {
  person: number;
  ordinal: number;
  grade: string;
  bill: string;
  inPolicy: string;
  outOfPolicy: string;
  patientPays: string;
  input: unknown;
  shares: [layer: string, payer: string, fen: string][];
  moved: [name: string, fen: string][];
}

/** One stay for most, up to four for few, as a year has them; bills from a small one to one above every cap. */
function drawStays(pack: ReturnType<typeof parsePolicyPack>): DrawnStay[] {
  const { below: whole } = prng(SEED, 'W12');
  const drawn: DrawnStay[] = [];
  for (let person = 0; person < PERSONS; person++) {
    let running: RunningTotals = {};
    const count = 1 + whole(2) * (1 + whole(3));
    for (let stay = 0; stay < count; stay++) {
      const grade = hospitalGrades[whole(3)] ?? 'grade-1';
      const inPolicy = BigInt(whole(10) === 0 ? whole(40_000_000) : whole(2_000_000)) + 1n;
      const outOfPolicy = inPolicy / BigInt(5 + whole(20));
      const facts = { ...ordinaryStay, hospitalGrade: grade, stayOfYear: stay + 1, tags: ['registered-poor'] };
      const input = { pack, facts, fees: feesOf(inPolicy, outOfPolicy), running, given: {} };
      const outcome = settle(input);
      const moved = movedTotals(running, outcome.runningAfter);
      running = outcome.runningAfter;
      drawn.push({
        ...{ person, ordinal: drawn.length, grade },
        bill: (inPolicy + outOfPolicy).toString(),
        inPolicy: inPolicy.toString(),
        outOfPolicy: outOfPolicy.toString(),
        patientPays: outcome.patientPays.toString(),
        input: storedInput(input),
        shares: sharesOf(outcome).map(({ layer, payer, amount }) => [layer, payer, amount.toString()]),
        moved: moved.map(({ name, amount }) => [name, amount.toString()]),
      });
    }
  }
  return drawn;
}

/** Puts at least so many settlements there and answers how many they are; the first year that no city has. */
export async function putStays(sql: Client, wanted: number): Promise<number> {
  const { rows } = await sql.query<{ id: string; hash: string; content: unknown }>(
    `select id, hash, content from funds.pack where kind = 'settlement-policy' and approved_at is not null order by effective_from limit 1`,
  );
  const [policy] = rows;
  if (!policy) throw new Error('the city has no settlement policy');
  const drawn = drawStays(parsePolicyPack(policy.content));
  const times = Math.ceil(wanted / drawn.length);
  await sql.query(`create temporary table drawn as
    select * from (select 1 as one) _, jsonb_to_recordset('[]'::jsonb) as d(person int, ordinal int, grade text, bill bigint, "inPolicy" bigint, "outOfPolicy" bigint,
      "patientPays" bigint, input jsonb, shares jsonb, moved jsonb)`);
  for (let at = 0; at < drawn.length; at += 500)
    await sql.query(
      `insert into drawn select 1, d.* from jsonb_to_recordset($1::jsonb) as d(person int, ordinal int, grade text, bill bigint, "inPolicy" bigint,
         "outOfPolicy" bigint, "patientPays" bigint, input jsonb, shares jsonb, moved jsonb)`,
      [JSON.stringify(drawn.slice(at, at + 500))],
    );
  await sql.query('begin; set local session_replication_role = replica');
  for (const statement of MULTIPLIED)
    await sql.query(statement, [times, ...(statement.includes('$2') ? [policy.id, policy.hash] : [])]);
  await sql.query(
    'commit; drop table drawn; analyze funds.settlement, funds.stay, funds.settlement_share, funds.member_year_total',
  );
  return drawn.length * times;
}

export async function takeStays(sql: Client): Promise<void> {
  await sql.query('begin; set local session_replication_role = replica');
  for (const table of ['member_year_total', 'settlement_share'])
    await sql.query(`delete from funds.${table} where settlement_id < '${END}'`);
  for (const table of ['simulation_sample', 'simulation_cost', 'simulation'])
    await sql.query(`delete from funds.${table}`);
  await sql.query(`delete from funds.settlement where id < '${END}'`);
  await sql.query(`delete from funds.stay where id < '${END}'`);
  await sql.query(`delete from funds.member_year where year = ${YEAR}`);
  await sql.query('commit');
}

const YEAR = 2017;
/** Above every id that is made here, below every one of the product. */
const END = '00000001-0000-0000-0000-000000000000';
const idAt = (number: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const STAY = idAt('copy * 100000 + d.ordinal + 1');
const MEMBER = `md5(copy || '/' || d.person)::uuid`;
const COPIES = `from drawn d cross join generate_series(1, $1::int) copy
  join lateral (select v.region_id, v.path from village v where v.at = (copy * 7919 + d.person) % (select count(*) from village)) v on true
  cross join (select unit_id from funds.settlement_payer limit 1) u`;
const VILLAGES = `village as materialized (select region_id, path, row_number() over (order by path) - 1 as at from funds.scope where kind = 'village')`;

const MULTIPLIED = [
  `with ${VILLAGES} insert into funds.stay (id, hospital_id, hospital_grade, member_id, household_id, region_id, path, patient_name, tags, insured, register_version,
     treat_first, admitted_on, discharged_on, status, admitted_by)
   select ${STAY}, u.unit_id, d.grade, ${MEMBER}, ${MEMBER}, v.region_id, v.path, '某*', '{registered-poor}', 'resident', 'W12', true, '${YEAR}-05-01', '${YEAR}-05-09',
     'settled', u.unit_id ${COPIES}`,
  `with ${VILLAGES} insert into funds.settlement (id, kind, attempt, stay_id, hospital_id, hospital_grade, member_id, patient_name, region_id, path, year, policy_id,
     pack_hash, engine_version, bill, in_policy, out_of_policy, patient_pays, outcome, input, settled_by, settled_on)
   select ${STAY}, 'settlement', 1, ${STAY}, u.unit_id, d.grade, ${MEMBER}, '某*', v.region_id, v.path, ${YEAR}, $2, $3, '2', d.bill, d."inPolicy", d."outOfPolicy",
     d."patientPays", '{"layers": [], "tags": [], "explanation": {"zh": "-", "en": "-"}}', d.input, u.unit_id, '${YEAR}-05-09' ${COPIES}`,
  `insert into funds.settlement_share (settlement_id, ordinal, layer, payer, payer_unit_id, hospital_id, path, amount)
   select t.id, s.at, s.share ->> 0, s.share ->> 1, t.hospital_id, t.hospital_id, t.path, (s.share ->> 2)::bigint
   from drawn d cross join generate_series(1, $1::int) copy join funds.settlement t on t.id = ${STAY} cross join lateral jsonb_array_elements(d.shares) with ordinality s(share, at)`,
  `insert into funds.member_year (member_id, year) select distinct ${MEMBER}, ${YEAR} from drawn d cross join generate_series(1, $1::int) copy`,
  `insert into funds.member_year_total (settlement_id, member_id, year, name, amount)
   select ${STAY}, ${MEMBER}, ${YEAR}, m.moved ->> 0, (m.moved ->> 1)::bigint
   from drawn d cross join generate_series(1, $1::int) copy cross join lateral jsonb_array_elements(d.moved) m(moved)`,
];
