// The peer of W8 (对照): the naive settlement in SQL between the product's own lock on the year and its own recording, as one function that pgbench calls.
import type { Client } from 'pg';
import { RoleNames } from '#platform/database/roles';
import { NAIVE_SETTLEMENT } from '../../test/subgraphs/naive-settlement.sql';
import type { HospitalGround } from './draw-encounters';

/** Beside the amounts it answers the year after them, which the tests do not ask for. */
const NAIVE = NAIVE_SETTLEMENT.replaceAll('pg_temp', 'bench_peers').replace(
  'return told ||',
  'return array[year::text] || told ||',
);

/** As the product makes them, so that what the peer settled is not later than all that comes. */
const NEW_ID = `create function bench_peers.new_id() returns uuid language sql volatile as $id$
  select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid $id$`;

const SETTLE_ONE = `
create function bench_peers.settle_one(p_n bigint) returns text language plpgsql as $peer$
declare
  s record; pol record; known jsonb; parts jsonb; facts jsonb; told text[]; after jsonb; layers text[]; payers text[]; amounts bigint[]; patient bigint;
begin
  select y.* into s from bench_peers.to_settle q join funds.stay y on y.id = q.stay_id where q.n = p_n;
  if not found then return 'none left'; end if;
  select p.id, p.pack into pol from funds.settlement_policy p where starts_with(s.path, p.path) and p.effective_from <= s.discharged_on
    and (p.effective_to is null or p.effective_to > s.discharged_on) order by p.path desc limit 1;
  select jsonb_build_object('class-a', sum(f.amount), 'class-b', 0, 'above-limit', 0, 'first-borne', 0, 'class-c', 0, 'left class-a', sum(f.amount),
    'left class-b', 0, 'left above-limit', 0, 'left first-borne', 0, 'left class-c', 0) into parts from funds.stay_fee f where f.stay_id = s.id;
  known := funds.member_year_facts(s.id, 2018, true);
  facts := jsonb_build_object('hospitalGrade', s.hospital_grade, 'hospitalLevel', s.hospital_level, 'encounter', s.encounter, 'insured', s.insured,
    'area', s.area, 'referred', s.referred, 'stayOfYear', (known ->> 'stays')::int + 1, 'disease', s.disease, 'tags', to_jsonb(s.tags));
  told := bench_peers.naive_settle(pol.pack, facts, parts, known -> 'totals', '{}');
  patient := told[array_length(told, 1)]::bigint;
  after := told[1]::jsonb || jsonb_build_object('patient-borne/in-policy/' || s.hospital_grade,
    bench_peers.used(known -> 'totals', 'patient-borne/in-policy/' || s.hospital_grade) + patient);
  select array_agg(l ->> 'layer'), array_agg(l ->> 'payer'), array_agg(told[at + 1]::bigint) into layers, payers, amounts
    from jsonb_array_elements(pol.pack -> 'layers') with ordinality as given(l, at) where told[at + 1]::bigint <> 0;
  return funds.record_settlement(bench_peers.new_id(), s.id, s.revision, pol.id, 2018, null, null, '2', patient, jsonb_build_object('layers', to_jsonb(told)),
    jsonb_build_object('facts', facts, 'running', known -> 'totals'), layers, payers, amounts,
    (select array_agg(2018) from jsonb_object_keys(after)),
    (select array_agg(k order by k) from jsonb_object_keys(after) k),
    (select array_agg(((after ->> k)::numeric - bench_peers.used(known -> 'totals', k))::bigint order by k) from jsonb_object_keys(after) k));
end $peer$`;

export async function foundSettlingPeer(sql: Client, rolePrefix: string): Promise<void> {
  const institution = new RoleNames(rolePrefix, 'funds').kind('institution');
  for (const name of [
    'settle_one(bigint)',
    'new_id()',
    'naive_settle(jsonb, jsonb, jsonb, jsonb, jsonb)',
    'used(jsonb, text)',
  ])
    await sql.query(`drop function if exists bench_peers.${name}`);
  await sql.query(NEW_ID);
  await sql.query(NAIVE);
  await sql.query(SETTLE_ONE);
  await sql.query(`grant usage on schema bench_peers to ${institution}; grant select on bench_peers.to_settle to ${institution};
    grant usage, update on sequence bench_peers.next_stay to ${institution}`);
}

export function settleScript(rolePrefix: string, { hospitalId, personId }: HospitalGround): string {
  const role = new RoleNames(rolePrefix, 'funds').kind('institution');
  return `begin;
select set_config('role', '${role}', true), set_config('scope.unit', '${hospitalId}', true), set_config('scope.person', '${personId}', true);
select bench_peers.settle_one(nextval('bench_peers.next_stay'));
commit;
`;
}
