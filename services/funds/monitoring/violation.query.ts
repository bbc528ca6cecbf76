// How violations are read with their state (监测问题查询), and how they are summed by hospital and month.
import { measures } from './monitoring-pack.rules';
import { STATE } from './violation-state.rules';

export const VIOLATIONS = `select t.id, t.settlement_id as "settlementId", t.hospital_id as "hospitalId", t.region_id as "regionId", t.patient_name as "patientName",
  t.measure, t.per, t.cost, t.measured, t.bound, t.pack_hash as "packHash", t.told_zh as zh, t.told_en as en, t.discharged_on::text as "dischargedOn",
  t.found_on::text as "foundOn", ${STATE} as state, a.explanation, a.explained_by as "explainedBy", a.explained_at as "explainedAt", a.remark,
  a.decided_by as "decidedBy", a.decided_at as "decidedAt"
from funds.monitoring_violation t
left join funds.monitoring_lift l on l.violation_id = t.id
left join funds.monitoring_answer a on a.violation_id = t.id`;

/** What was lifted, or was explained and accepted, does not count. */
const COUNTS = `not exists (select 1 from funds.monitoring_lift l where l.violation_id = v.id)
  and not exists (select 1 from funds.monitoring_answer a where a.violation_id = v.id and a.outcome = 'accepted')`;

/** Of settlements that stand, the last check, with the rules that it did not keep; `$1` keys, `$2` first and `$3` last days, and what else is asked. */
const judged = (asked: string, where: string) => `
judged as (
  select asked.key, c.hospital_id, c.settlement_id, to_char(c.discharged_on, 'YYYY-MM') as month,
    array(select v.measure from funds.monitoring_violation v where v.settlement_id = c.settlement_id and ${COUNTS} order by 1) as measures
  from ${asked}
  cross join lateral (
    select distinct on (c.settlement_id) c.* from funds.monitoring_check c where ${where} and c.discharged_on >= asked.since and c.discharged_on < asked.until
    order by c.settlement_id, c.id desc) c
  where c.stands
)`;

const OF_RANGES = judged(
  `unnest((select $1::text[]), (select $2::date[]), (select $3::date[]), (select $4::text[]), (select $5::text[])) as asked(key, since, until, lo, hi)`,
  `c.path >= asked.lo collate "C" and c.path < asked.hi collate "C"`,
);
const OF_HOSPITALS = judged(
  `unnest((select $1::text[]), (select $2::date[]), (select $3::date[]), (select $4::uuid[])) as asked(key, since, until, hospital)`,
  'c.hospital_id = asked.hospital',
);

export interface MonthRow {
  key: string;
  hospitalId: string;
  month: string;
  checked: number;
  kept: number;
  counts: Record<string, number>;
}

const MONTHS = `select key, hospital_id as "hospitalId", month, count(*)::int as checked, (count(*) filter (where measures = '{}'))::int as kept,
  jsonb_build_object(${measures.map((measure) => `'${measure}', count(*) filter (where '${measure}' = any (measures))`).join(', ')}) as counts
from judged group by key, hospital_id, month order by key, month, hospital_id`;

export const MONTHS_OF_RANGES = `with ${OF_RANGES} ${MONTHS}`;
export const MONTHS_OF_HOSPITALS = `with ${OF_HOSPITALS} ${MONTHS}`;

export interface FactRow {
  key: string;
  checked: number;
  kept: number;
  rowsHash: string;
}

/** For a light: how many were judged and kept all rules, and a hash of what each was found to be. */
export const FACTS_OF_RANGES = `with ${OF_RANGES}
select key, count(*)::int as checked, (count(*) filter (where measures = '{}'))::int as kept,
  encode(sha256(convert_to(string_agg(settlement_id::text || array_to_string(measures, ','), ';' order by settlement_id), 'UTF8')), 'hex') as "rowsHash"
from judged group by key`;
