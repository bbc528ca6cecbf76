// The table of a subgraph's rule packs (规则包): never edited once approved, one after the other in time without overlap.
import { inRange, protect } from './protect';
import type { RoleNames } from './roles';

const STANDS = 'approved_at is not null and withdrawn_at is null';
/** What may still be filled in, or follows from a pack before or after. */
const LATER = `array['path', 'in_force_to', 'follows_id', 'document_number', 'approved_by', 'approved_at', 'withdrawn_by', 'withdrawn_at', 'withdrawal_reason']`;

/**
 * Two packs of one kind and region never hold on one day: an exclusion over ranges of one value each, which needs no
 * extension. Known everywhere: whoever decides in a transaction reads there what stands, wherever it was adopted. `follows_id` with its first day points at the other's last: a pack that follows leaves no day between.
 */
export function packTable(names: RoleNames, known: 'in-range' | 'everywhere' = 'in-range'): string {
  const s = names.subgraph;
  return `
create type ${s}.text_span as range (subtype = text, collation = "C");
create type ${s}.uuid_span as range (subtype = uuid);
create table ${s}.pack (
  id uuid primary key,
  kind text not null,
  name text not null,
  hash text not null constraint pack_hash check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  region_id uuid not null,
  path text collate "C" not null,
  effective_from date not null,
  effective_to date,
  in_force_to date,
  shipped boolean not null,
  note text,
  gap_reason text,
  drafted_by uuid,
  drafted_at timestamptz not null,
  document_number text,
  approved_by uuid,
  approved_at timestamptz,
  follows_id uuid,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  constraint pack_four_eyes check (approved_by <> drafted_by),
  constraint pack_has_its_hands check (shipped or drafted_by is not null),
  constraint pack_approved_whole check ((approved_at is null) = (document_number is null) and (shipped or (approved_at is null) = (approved_by is null))),
  constraint pack_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
  constraint pack_withdrawn_before_effect check (approved_at is null or (withdrawn_at at time zone 'Asia/Shanghai')::date < effective_from),
  constraint pack_period check (effective_to > effective_from and in_force_to > effective_from and in_force_to <= effective_to),
  constraint pack_end unique (id, in_force_to),
  constraint pack_follows_without_gap foreign key (follows_id, effective_from) references ${s}.pack (id, in_force_to),
  constraint pack_one_at_a_time exclude using gist (
    ${s}.text_span(kind, kind, '[]') with &&, ${s}.uuid_span(region_id, region_id, '[]') with &&, daterange(effective_from, in_force_to) with &&
  ) where (${STANDS})
);
create index pack_in_force on ${s}.pack (kind, path, effective_from) where ${STANDS};
create index pack_in_order on ${s}.pack (effective_from desc, id desc);
${protect(`${s}.pack`, names, {
  region: {
    rows: known === 'everywhere' ? `(${inRange('path')} or (${STANDS}))` : inRange('path'),
    writes: inRange('path'),
    verbs: ['select', 'insert', 'update'],
  },
  public: STANDS,
  unit: STANDS,
  institution: STANDS,
  ...(known === 'everywhere' ? { paired: STANDS, own: STANDS } : {}),
})}
create function ${s}.pack_stands() returns trigger language plpgsql as $stands$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - 'path' = to_jsonb(new) - 'path' then return new; end if;
    if old.withdrawn_at is null and to_jsonb(old) - ${LATER} = to_jsonb(new) - ${LATER}
      and (old.approved_at is null or (old.document_number, old.approved_by, old.approved_at) is not distinct from (new.document_number, new.approved_by, new.approved_at))
    then return new; end if;
  end if;
  raise exception 'a pack is never changed, only followed by another' using errcode = 'integrity_constraint_violation', constraint = 'pack_never_changed';
end $stands$;
create trigger pack_never_changed before update or delete on ${s}.pack for each row execute function ${s}.pack_stands();
create trigger pack_never_truncated before truncate on ${s}.pack for each statement execute function ${s}.pack_stands();
grant usage on type ${s}.text_span, ${s}.uuid_span to ${names.kinds.join(', ')};
`;
}
