// The packs that all subgraphs decide by (各子图共用的规则包): organisation keeps them, each other holds a copy that comes with the region tree.
import { type ScopeKind, scopeKinds } from '../vocabulary/caller';
import { definer, isOpen, protect } from './protect';
import type { RoleNames } from './roles';

const everybody = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()])) as Record<ScopeKind, string>;

/** Of a kind and region everything that stands is told at once, so that told twice, or after a withdrawal, the copy is what the table is. */
const applyPacks = `
begin
  delete from standing_pack s where s.kind = p_packs ->> 'kind' and s.region_id = (p_packs ->> 'regionId')::uuid;
  insert into standing_pack (id, kind, name, hash, content, region_id, path, effective_from, in_force_to)
    select t.id, p_packs ->> 'kind', t.name, t.hash, t.content, (p_packs ->> 'regionId')::uuid, t.path, t.effective_from, t.in_force_to
    from jsonb_to_recordset(p_packs -> 'standing') as t(id uuid, name text, hash text, content jsonb, path text, effective_from date, in_force_to date);
end`;

/** SQL of each subgraph's migration. What is in force anybody may know. */
export function standingPacks(names: RoleNames): string {
  const s = names.subgraph;
  return `
create table ${s}.standing_pack (
  id uuid primary key,
  kind text not null,
  name text not null,
  hash text not null constraint standing_pack_hash check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  region_id uuid not null,
  path text collate "C" not null,
  effective_from date not null,
  in_force_to date,
  constraint standing_pack_period check (in_force_to > effective_from)
);
create index standing_pack_in_order on ${s}.standing_pack (kind, effective_from);
${protect(`${s}.standing_pack`, names, everybody)}
${definer(`${s}.apply_packs(p_packs jsonb) returns void`, applyPacks, names, s, [])}
${s === 'organisation' ? '' : `grant execute on function ${s}.apply_packs(jsonb) to ${names.app};`}
`;
}
