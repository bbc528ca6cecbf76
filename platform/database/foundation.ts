// The tables that every subgraph stands on: who did what, which key was used, which path a region has, which policy was in effect.
import { scopeKinds } from '../vocabulary/caller';
import { appendOnly, isMine, protect } from './protect';
import type { RoleNames } from './roles';

/** SQL of a subgraph's first migration. `scope` is read by the app itself, outside any person's scope: it holds no business data. */
export function foundation(names: RoleNames): string {
  const s = names.subgraph;
  const insertOnly = Object.fromEntries(scopeKinds.map((kind) => [kind, { rows: 'true', verbs: ['insert' as const] }]));
  const keyed = Object.fromEntries(
    scopeKinds.map((kind) => [
      kind,
      { rows: isMine('person_id'), verbs: ['select' as const, 'insert' as const, 'update' as const] },
    ]),
  );
  return `
create schema if not exists ${s};
grant usage on schema ${s} to ${names.app}, ${names.keeper}, ${names.kinds.join(', ')};

create table ${s}.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  kind text not null constraint audit_kind check (kind in ('effect', 'refusal', 'reveal', 'sight')),
  action text not null,
  target text,
  result text not null,
  person_id uuid,
  appointment_id uuid,
  post text not null,
  service text,
  session_id uuid,
  operation_id text not null,
  facts jsonb not null default '{}'
);
create index audit_by_time on ${s}.audit (id desc) include (at);
${protect(`${s}.audit`, names, { ...insertOnly, desk: { rows: 'true', verbs: ['select', 'insert'] } })}
${appendOnly(`${s}.audit`, s)}
create unique index audit_sight_once on ${s}.audit (session_id, action, target) where kind = 'sight';

create table ${s}.idempotency (
  person_id uuid not null,
  operation text not null,
  key text not null constraint idempotency_key_length check (length(key) between 8 and 100),
  payload_hash text not null,
  result_id uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (person_id, operation, key)
);
${protect(`${s}.idempotency`, names, keyed)}

create table ${s}.scope (
  region_id uuid primary key,
  path text collate "C" not null constraint scope_path_unique unique,
  kind text not null,
  epoch int not null
);
grant select on ${s}.scope to ${names.app}, ${names.keeper}, ${names.kinds.join(', ')};

create table ${s}.policy_table (
  hash text primary key,
  took_effect timestamptz not null default clock_timestamp(),
  rules jsonb not null
);
grant select, insert on ${s}.policy_table to ${names.app};
`;
}
