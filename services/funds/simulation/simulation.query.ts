// How what a simulation came to is written, and how its costs are rolled up by payer and by the regions right below one.

/** A payer that no unit stands for has no unit; `hospital` is each stay's own. */
export const COSTS = `insert into funds.simulation_cost (simulation_id, path, region_id, payer, payer_unit_id, stays, before_fen, after_fen)
select $1::uuid, c.path, c."regionId", c.payer, m.unit_id, c.stays, c.before, c.after
from jsonb_to_recordset($2::jsonb) as c(path text, "regionId" uuid, payer text, stays int, before bigint, after bigint)
left join funds.settlement_payer m on m.payer = c.payer`;

/** The explanation before is that of the last supplement, which settled the whole stay anew. */
export const SAMPLES = `insert into funds.simulation_sample (simulation_id, side, rank, settlement_id, hospital_id, region_id, path, patient_name, before_fen, after_fen,
  outcome_before, outcome_after)
select $1::uuid, c.side, c.rank, t.id, t.hospital_id, t.region_id, t.path, t.patient_name, c.before, c.after,
  coalesce((select x.outcome from funds.settlement x where x.supplements_id = t.id order by x.id desc limit 1), t.outcome), c.outcome
from jsonb_to_recordset($2::jsonb) as c(side text, rank int, "settlementId" uuid, before bigint, after bigint, outcome jsonb)
join funds.settlement t on t.id = c."settlementId"`;

export interface CostSum {
  key: string;
  payer: string;
  before: bigint;
  after: bigint;
}

export const COSTS_BY_PAYER = `select simulation_id::text as key, payer, sum(before_fen)::bigint as before, sum(after_fen)::bigint as after
from funds.simulation_cost where simulation_id = any ($1::uuid[]) group by simulation_id, payer order by simulation_id, payer`;

export interface RegionCostSum extends CostSum {
  stays: number;
}

/** Of the regions right below one, in their order; `key` is the region. */
export const COSTS_BELOW = `select s.region_id::text as key, c.payer, sum(c.before_fen)::bigint as before, sum(c.after_fen)::bigint as after, sum(c.stays)::int as stays
from funds.scope p join funds.scope s on s.path > p.path and s.path < left(p.path, -1) || '0' and length(s.path) = length(p.path) + 5
join funds.simulation_cost c on c.simulation_id = $1 and c.path >= s.path and c.path < left(s.path, -1) || '0'
where p.region_id = $2 and starts_with(p.path, $3) group by s.region_id, s.path, c.payer order by s.path, c.payer`;
