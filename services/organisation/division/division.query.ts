// Reads of the statistical divisions (统计区划): by code on a day, below a parent, and what a vintage changed.
const columns = `d.code, d.name, d.parent_code as "parentCode", d.predecessor_code as "predecessorCode", d.valid_from as "validFrom", d.valid_to as "validTo"`;

/** $1 codes, $2 day or null for the newest vintage. */
export const divisionsOnDay = `select ${columns} from organisation.division d where d.code = any ($1::text[])
  and case when $2::date is null then d.valid_to is null else d.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2) end`;

export const formerDivisions = `select ${columns} from organisation.division d where d.code = any ($1::text[]) and d.valid_to is not null order by d.code, d.valid_from`;

/** $1 parent or null for the provinces, $2 beginning of the name or null, $3 code of the last row seen, $4 how many. */
export const divisionsBelow = (hasParent: boolean) => `select ${columns} from organisation.division d
  where d.valid_to is null and ${hasParent ? 'd.parent_code = $1' : '($1::text is null and d.parent_code is null)'}
  and ($2::text is null or starts_with(d.name, $2)) and d.code > $3 order by d.code limit $4`;

/** $1 vintage, $2 beginning of the code, $3 its end, $4 code of the last row seen, $5 how many. */
export const changesOfVintage = `
select c.code, case when c.name is null then 'ended' when c.former_name is null then 'added' else 'renamed' end as kind,
  c.name, c.former_name as "formerName", c.predecessor_code as "predecessorCode"
from (
  select n.code, n.name, o.name as former_name, n.predecessor_code
  from organisation.division n left join organisation.division o on o.code = n.code and o.valid_to = n.valid_from
  where n.valid_from = $1::date and n.code >= $2 and n.code < $3 and n.code > $4
  union all
  select o.code, null, o.name, null
  from organisation.division o
  where o.valid_to = $1::date and o.code >= $2 and o.code < $3 and o.code > $4
    and not exists (select 1 from organisation.division n where n.code = o.code and n.valid_from = o.valid_to)
) c order by c.code limit $5`;
