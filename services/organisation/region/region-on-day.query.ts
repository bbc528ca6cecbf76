// The managing tree of a day gone by (历史区划), by hand: what a region is today, or was in the period that holds the day.

/** $1 the day. What came after is not told: neither a later end nor a successor. */
const ON_DAY = `select r.id, r.code, r.name, r.kind, r.parent_id as "parentId", r.statistical_parent_id as "statisticalParentId", r.path,
  r.valid_from as "validFrom", null::date as "validTo", null::uuid as "successorId", $1::date as "asOf"
from organisation.region_on($1::date) r`;

export const regionsOnDay = `${ON_DAY} where r.id = any($2::uuid[])`;
export const childrenOnDay = `${ON_DAY} where r.parent_id = any($2::uuid[]) order by r.path collate "C"`;
export const regionOfCodeOnDay = `${ON_DAY} where r.code = $2`;
export const listOnDay = `${ON_DAY} where ($2::text is null or r.kind = $2) and ($3::uuid is null or r.parent_id = $3)
  and ($4::text is null or starts_with(r.name, $4)) and ($5::text is null or r.path collate "C" > $5)
order by r.path collate "C" limit $6`;
