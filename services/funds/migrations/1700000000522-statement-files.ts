// Files of statements as they came (对账单原件): sealed at the door, read once, and the same content makes one statement of its account and month.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, protect, type Reach } from '#platform/database/protect';

const decided: Reach = { rows: inRange('path'), verbs: ['select', 'update'] };

const receive = `
begin
  insert into statement_file (id, account_id, month, profile, profile_hash, name, sha256, bytes, sealed, region_id, path, brought_by)
    select p_id, a.id, p_month, p_profile, p_profile_hash, p_name, p_sha256, p_bytes, p_sealed, a.region_id, a.path, funds.scope_person()
    from fund_account a join scope s on s.region_id = p_region and starts_with(a.path, s.path) where a.id = p_account and funds.scope_person() is not null;
  return case when found then 'done' else 'unknown' end;
end`;

export const statementFiles = migration(
  1700000000522,
  'StatementFiles',
  (names) => `
create table funds.statement_file (
  id uuid primary key,
  account_id uuid not null references funds.fund_account (id),
  month text collate "C" not null,
  profile text not null,
  profile_hash text not null,
  name text not null,
  sha256 text not null constraint statement_file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int not null constraint statement_file_bytes check (bytes > 0),
  sealed bytea not null,
  state text not null default 'received' constraint statement_file_state check (state in ('received', 'taken', 'refused', 'duplicate')),
  flaws jsonb not null default '[]',
  statement_id uuid references funds.statement (id),
  region_id uuid not null,
  path text collate "C" not null,
  brought_by uuid not null,
  brought_at timestamptz not null default now(),
  constraint statement_file_whole check ((state in ('taken', 'duplicate')) = (statement_id is not null) and (state = 'refused') = (flaws <> '[]'))
);
create unique index statement_file_makes_one on funds.statement_file (statement_id) where state = 'taken';
create index statement_file_by_content on funds.statement_file (account_id, month, sha256);
create index statement_file_by_path on funds.statement_file (path, id);
${protect('funds.statement_file', names, { region: decided })}
${appendOnly('funds.statement_file', 'funds', ['state', 'flaws', 'statement_id', 'region_id', 'path'])}
${definer('funds.receive_statement_file(p_id uuid, p_account uuid, p_month text, p_profile text, p_profile_hash text, p_name text, p_sha256 text, p_bytes int, p_sealed bytea, p_region uuid) returns text', receive, names, 'funds', ['own'])}
`,
);
