// Claim journals are sealed day by day (医疗垫付账日封), as the ledger is: what hospitals advanced and payers owe cannot be rewritten unseen.
import { migration } from '#platform/database/migration';

const DAY = `(c.at at time zone 'Asia/Shanghai')::date`;

/** What never changes of it; its path moves with a region, and is left out. */
const CLAIMS = `select j.id::text as id, j.booked_at as at, jsonb_build_array(j.id, j.kind, j.value_date, to_char(j.booked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    j.settlement_id, j.clearing_id, j.reverses_id, j.hospital_id, j.posted_by,
    (select jsonb_agg(jsonb_build_array(p.payer_unit_id, p.account, p.item_id, p.item_on, p.amount::text) order by p.payer_unit_id, p.account collate "C", p.item_id)
      from claim_posting p where p.journal_id = j.id)) as content
  from claim_journal j`;

const branches: Readonly<Record<string, string>> = {
  rows_to_seal: `with open as (
    select c.id, c.at, ${DAY} as day, c.content from (${CLAIMS}) c
    where c.at >= since and ${DAY} < funds.today() and not exists (select 1 from sealed_row r where r.stream = p_stream and r.id = c.id)
  ) select o.id, o.day, o.content from open o where o.day = (select min(f.day) from open f) order by o.at, o.id collate "C"`,
  sealed_content: `select r.number, r.ordinal, r.id, r.leaf, r.link, c.content from sealed_row r left join (${CLAIMS}) c on c.id = r.id
    where r.stream = p_stream order by r.number, r.ordinal`,
};

const before = `if p_stream = 'audit' then`;

export const sealedClaims = migration(
  1700000000561,
  'SealedClaims',
  () => `
alter table funds.seal drop constraint seal_stream,
  add constraint seal_stream check (stream in ('ledger', 'claims', 'notices', 'packs', 'audit'));
do $claims$
declare
  change record;
  body text;
begin
  for change in select * from (values
    ${Object.entries(branches)
      .map(([name, source]) => `('${name}', $b$if p_stream = 'claims' then return query ${source}; end if;\n  $b$)`)
      .join(',\n    ')}) as given(name, branch)
  loop
    body := pg_get_functiondef((select p.oid from pg_proc p where p.proname = change.name and p.pronamespace = 'funds'::regnamespace));
    if position($b$${before}$b$ in body) = 0 then raise exception '% has no place for claims', change.name; end if;
    execute replace(body, $b$${before}$b$, change.branch || $b$${before}$b$);
  end loop;
end $claims$;
`,
);
