// The table of exemptions (豁免) from obligations, the same in each subgraph that holds some: asked for by one, decided by another, once.
import type { ScopeKind } from '../vocabulary/caller';
import { decidedOnce } from './decided-once';
import { protect, type Reach } from './protect';
import type { RoleNames, SubgraphName } from './roles';

/** `place`: the constraint that ties subject, region and path to what they name. */
export function exemptionTable(
  schema: SubgraphName,
  names: RoleNames,
  place: string,
  reaches: Partial<Record<ScopeKind, string | Reach>>,
  name = 'obligation_exemption',
): string {
  const table = `${schema}.${name}`;
  return `
create table ${table} (
  id uuid primary key,
  line text not null,
  subject_id uuid not null,
  region_id uuid not null,
  path text collate "C" not null,
  window_from date not null,
  window_until date not null,
  reason text not null constraint obligation_exemption_reason_length check (length(reason) between 2 and 500),
  requested_by uuid not null,
  requested_at timestamptz not null default clock_timestamp(),
  decided_by uuid,
  decided_at timestamptz,
  outcome text constraint obligation_exemption_outcome check (outcome in ('approved', 'refused')),
  remark text,
  constraint obligation_exemption_period check (window_until > window_from),
  constraint obligation_exemption_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
  constraint obligation_exemption_four_eyes check (decided_by <> requested_by),
  ${place}
);
create unique index ${name}_once on ${table} (line, subject_id, window_from) where outcome is distinct from 'refused';
create index ${name}_in_order on ${table} (path, id);
create index ${name}_approved on ${table} (path, window_from) where outcome = 'approved';
${protect(table, names, reaches)}
${decidedOnce(table, 'decided_at', ['decided_by', 'decided_at', 'outcome', 'remark'])}`;
}
