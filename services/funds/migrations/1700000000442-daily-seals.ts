// Daily seals (日封) of the ledger, of notices, of packs and of the operation log: written beside the rows once their day is over, never in their way.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, isOpen, protect } from '#platform/database/protect';

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const day = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date`;

/** What never changes of a row; a path, which moves with its region, is left out. Amounts as text, so that nobody rounds them. */
const SOURCES: Readonly<Record<string, string>> = {
  ledger: `select j.id::text as id, j.booked_at as at, jsonb_build_array(j.id, j.kind, j.value_date, ${utc('j.booked_at')}, j.document, j.reason, j.posted_by,
      j.allotment_id, j.disbursement_id, j.line_id, j.reverses_id,
      (select jsonb_agg(jsonb_build_array(p.lot_id, p.account, p.amount::text) order by p.lot_id, p.account collate "C") from posting p where p.journal_id = j.id)) as content
    from journal j`,
  notices: `select n.id::text as id, n.posted_at as at, jsonb_build_array(n.id, n.type, n.subject_kind, n.subject_id, n.title, n.body, n.total::text, n.line_count::text, n.days::text,
      n.from_on, n.until_on, n.pack_hash, n.root, n.posted_by, ${utc('n.posted_at')}) as content from public_notice n`,
  packs: `select p.id || '/approved' as id, p.approved_at as at, jsonb_build_array(p.id || '/approved', p.kind, p.name, p.hash, p.effective_from, p.effective_to, p.drafted_by,
      p.document_number, p.approved_by, ${utc('p.approved_at')}) as content from pack p where p.approved_at is not null
    union all select p.id || '/withdrawn', p.withdrawn_at, jsonb_build_array(p.id || '/withdrawn', p.kind, p.hash, p.withdrawn_by, p.withdrawal_reason, ${utc('p.withdrawn_at')})
    from pack p where p.withdrawn_at is not null`,
  audit: `select a.id::text as id, a.at as at, jsonb_build_array(a.id::text, a.kind, a.action, a.target, a.result, a.person_id, a.appointment_id, a.post, a.service, a.session_id,
      a.operation_id, a.facts::text, a.principal_id, ${utc('a.at')}) as content from audit a`,
};

const branches = (make: (source: string) => string) =>
  Object.entries(SOURCES)
    .map(([stream, source]) => `if p_stream = '${stream}' then return query ${make(source)}; end if;`)
    .join('\n');

/** The rows of the first day that is over and not wholly sealed, in a stable order; one that was committed late is found within a week. */
const toSeal = `
declare
  since timestamptz := coalesce((select max(s.day) - 7 from seal s where s.stream = p_stream), '-infinity'::date)::timestamptz;
begin
  ${branches(
    (source) => `with open as (
    select c.id, c.at, ${day('c.at')} as day, c.content from (${source}) c
    where c.at >= since and ${day('c.at')} < funds.today() and not exists (select 1 from sealed_row r where r.stream = p_stream and r.id = c.id)
  ) select o.id, o.day, o.content from open o where o.day = (select min(f.day) from open f) order by o.at, o.id collate "C"`,
  )}
end`;

const keepSeal = `
declare
  last seal;
begin
  perform pg_advisory_xact_lock(hashtextextended('seal ' || p_stream, 0));
  select * into last from seal s where s.stream = p_stream order by s.number desc limit 1;
  if p_number <> coalesce(last.number, 0) + 1 or last.hash is not null and p_previous <> last.hash then return false; end if;
  insert into seal (stream, number, day, count, root, link, previous, hash)
    values (p_stream, p_number, p_day, cardinality(p_ids), p_root, p_link, p_previous, p_hash);
  insert into sealed_row (stream, number, ordinal, id, leaf, link)
    select p_stream, p_number, given.at, given.id, given.leaf, given.link from unnest(p_ids, p_leaves, p_links) with ordinality given(id, leaf, link, at);
  return true;
end`;

/** The rows as they stand now beside what was sealed of them; one that is gone has no content. */
const content = `
begin
  ${branches(
    (source) =>
      `select r.number, r.ordinal, r.id, r.leaf, r.link, c.content from sealed_row r left join (${source}) c on c.id = r.id where r.stream = p_stream order by r.number, r.ordinal`,
  )}
end`;

/** Of the whole city: whoever sees less of it is given nothing. */
const ofCity = `
begin
  if p_stream = 'audit' or not exists (select 1 from scope s where s.kind = 'city' and funds.in_scope(s.path)) then return; end if;
  return query select * from funds.sealed_content(p_stream);
end`;

const ofLog = `
begin
  return query select * from funds.sealed_content('audit');
end`;

const ROWS = 'returns table (number int, ordinal int, id text, leaf text, link text, content jsonb)';

export const addDailySeals = migration(
  1700000000442,
  'AddDailySeals',
  (names) => `
create table funds.seal (
  stream text not null constraint seal_stream check (stream in (${Object.keys(SOURCES)
    .map((stream) => `'${stream}'`)
    .join(', ')})),
  number int not null constraint seal_number check (number > 0),
  day date not null,
  count int not null constraint seal_count check (count > 0),
  root text not null,
  link text not null,
  previous text not null,
  hash text not null constraint seal_hash check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null default clock_timestamp(),
  constraint seal_once primary key (stream, number),
  constraint seal_follows_once unique (stream, previous)
);
${protect('funds.seal', names, { public: isOpen() })}
${appendOnly('funds.seal', 'funds')}

create table funds.sealed_row (
  stream text not null,
  number int not null,
  ordinal int not null,
  id text not null,
  leaf text not null,
  link text not null,
  constraint sealed_row_place primary key (stream, number, ordinal),
  constraint sealed_row_once unique (stream, id),
  constraint sealed_row_of_seal foreign key (stream, number) references funds.seal (stream, number)
);
${protect('funds.sealed_row', names, { public: `stream = 'notices'` })}
revoke select on funds.sealed_row from ${names.kind('public')};
grant select (stream, number, id) on funds.sealed_row to ${names.kind('public')};
${appendOnly('funds.sealed_row', 'funds')}

${definer('funds.rows_to_seal(p_stream text) returns table (id text, day date, content jsonb)', toSeal, names, 'funds', [])}
${definer(
  'funds.keep_seal(p_stream text, p_number int, p_day date, p_root text, p_link text, p_previous text, p_hash text, p_ids text[], p_leaves text[], p_links text[]) returns boolean',
  keepSeal,
  names,
  'funds',
  [],
)}
${definer(`funds.sealed_content(p_stream text) ${ROWS}`, content, names, 'funds', [])}
${definer(`funds.sealed_of_city(p_stream text) ${ROWS}`, ofCity, names, 'funds', ['region'])}
${definer(`funds.sealed_of_log() ${ROWS}`, ofLog, names, 'funds', ['desk'])}
${definer(
  'funds.last_seal(p_stream text) returns table (number int, link text, hash text)',
  'begin return query select s.number, s.link, s.hash from seal s where s.stream = p_stream order by s.number desc limit 1; end',
  names,
  'funds',
  [],
)}
grant execute on function funds.rows_to_seal(text), funds.last_seal(text),
  funds.keep_seal(text, int, date, text, text, text, text, text[], text[], text[]) to ${names.app};
`,
);
