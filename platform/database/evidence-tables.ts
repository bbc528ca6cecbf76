// The tables of a subgraph's evidence (佐证材料): what somebody uploaded, what it was attached to, and the tickets that open the file door.
import type { ScopeKind } from '../vocabulary/caller';
import { appendOnly, isMine, protect, type Reach } from './protect';
import type { RoleNames } from './roles';

/** `reaches`: who reads (and attaches) evidence of a subject, by the columns that `evidence_use` has of it. */
export function evidenceTables(names: RoleNames, reaches: Partial<Record<ScopeKind, string | Reach>>): string {
  const s = names.subgraph;
  return `
create table ${s}.file_ticket (
  id uuid primary key,
  person_id uuid not null,
  appointment_id uuid,
  session_id uuid not null,
  verb text not null constraint file_ticket_verb check (verb in ('upload', 'download')),
  what text not null,
  about jsonb not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint file_ticket_five_minutes check (expires_at > issued_at and expires_at <= issued_at + interval '5 minutes'),
  constraint file_ticket_used_in_time check (used_at < expires_at)
);
${protect(`${s}.file_ticket`, names, { own: { rows: isMine('person_id'), verbs: ['select', 'insert'] } })}
grant update (used_at) on ${s}.file_ticket to ${names.kind('own')};
create function ${s}.file_ticket_is_used_once() returns trigger language plpgsql as $once$
begin
  if tg_op = 'UPDATE' and old.used_at is null and to_jsonb(old) - 'used_at' = to_jsonb(new) - 'used_at' then return new; end if;
  raise exception 'a file ticket is used once' using errcode = 'integrity_constraint_violation', constraint = 'file_ticket_used_once';
end $once$;
create trigger used_once before update or delete on ${s}.file_ticket for each row execute function ${s}.file_ticket_is_used_once();

create table ${s}.evidence (
  id uuid primary key,
  sha256 text not null constraint evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null constraint evidence_kind check (kind in ('jpeg', 'png', 'pdf', 'docx', 'xlsx')),
  bytes int not null constraint evidence_bytes check (bytes > 0),
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  constraint evidence_as_it_is unique (id, uploaded_by, sha256, kind, bytes, name)
);
create index evidence_of_uploader on ${s}.evidence (uploaded_by, id);
${protect(`${s}.evidence`, names, { own: { rows: isMine('uploaded_by'), verbs: ['select', 'insert'] } })}
${appendOnly(`${s}.evidence`, s)}

create table ${s}.evidence_use (
  id uuid primary key,
  evidence_id uuid not null,
  sha256 text not null,
  kind text not null,
  bytes int not null,
  name text not null,
  subject_kind text not null,
  subject_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  unit_id uuid,
  household_id uuid,
  issuer_id uuid,
  released_at timestamptz,
  attached_by uuid not null,
  attached_at timestamptz not null,
  constraint evidence_use_by_uploader foreign key (evidence_id, attached_by, sha256, kind, bytes, name)
    references ${s}.evidence (id, uploaded_by, sha256, kind, bytes, name),
  constraint evidence_use_once unique (subject_kind, subject_id, evidence_id)
);
${protect(`${s}.evidence_use`, names, reaches)}
${appendOnly(`${s}.evidence_use`, s, ['path', 'unit_id', 'released_at'])}
`;
}
