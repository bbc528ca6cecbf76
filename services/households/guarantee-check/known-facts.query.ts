// What the register knows of a household (档案已知) that a guarantee check would else ask again.
import type { Rows } from '#platform/database/in-scope';
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

const word = (fact: boolean) => (fact ? 'yes' : 'no');

export async function knownFactsOf(rows: Rows, householdId: string): Promise<Answers> {
  const [row] = await rows.query<KnownRow>(known, [householdId]);
  if (!row) return {};
  return {
    'sick-member': word(row.sick),
    insured: word(row.insured),
    'able-to-work': word(row.able),
    'key-group': word(row.key),
    'dibao-included': word(row.dibao),
  };
}
