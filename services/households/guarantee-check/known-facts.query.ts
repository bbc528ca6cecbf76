// What the register knows of a household (档案已知) that a guarantee check would else ask again.
import type { Rows } from '#platform/database/in-scope';
import { formatYuan } from '#platform/vocabulary/money';
import type { Answers } from './guarantee-check.rules';

interface KnownRow {
  sick: boolean;
  insured: boolean;
  able: boolean;
  key: boolean;
  dibao: boolean;
}

const known = `
select coalesce(bool_or(m.health <> 'healthy'), false) as sick, coalesce(bool_and(m.insured <> 'none'), false) as insured,
  coalesce(bool_or(m.labour in ('ordinary', 'skilled')), false) as able,
  h.type in ('dibao', 'wubao', 'dibao-poor') or coalesce(bool_or(m.health = 'disabled'), false) as key,
  h.type in ('dibao', 'wubao', 'dibao-poor') as dibao
from households.household h left join households.member m on m.household_id = h.id where h.id = $1 group by h.id`;

const income = `select i.per_head::text as "perHead" from households.income i
  where i.household_id = $1 and i.year = $2 and i.outcome = 'confirmed' order by i.ordinal desc limit 1`;

const word = (fact: boolean) => (fact ? 'yes' : 'no');

/** `year`: of the check, whose line its income is held against; until that year's period is over and its income confirmed, it is asked. */
export async function knownFactsOf(rows: Rows, householdId: string, year: number): Promise<Answers> {
  const [[row], [told]] = await Promise.all([
    rows.query<KnownRow>(known, [householdId]),
    rows.query<{ perHead: string }>(income, [householdId, year]),
  ]);
  if (!row) return {};
  return {
    'sick-member': word(row.sick),
    insured: word(row.insured),
    'able-to-work': word(row.able),
    'key-group': word(row.key),
    'dibao-included': word(row.dibao),
    ...(told ? { income: formatYuan(BigInt(told.perHead)) } : {}),
  };
}
