// Packs of organisation (组织规则包): as rows that two people answer for; what all subgraphs decide by is announced with the region tree.
import { migration } from '#platform/database/migration';
import { packTable } from '#platform/database/pack-table';
import { definer } from '#platform/database/protect';
import { standingPacks } from '#platform/database/standing-pack-table';

/** The kinds that more than one subgraph decides by. */
const shared = `('calendar', 'obligation', 'notice-clock')`;

/** At the end of the transaction, when the pack before has its last day: no region moves, the tree is the same under its next number. */
const announce = `
declare
  present int;
  announced jsonb;
begin
  if new.kind not in ${shared} then return null; end if;
  select t.epoch into present from region_tree t for update;
  select jsonb_build_object('effectiveOn', (now() at time zone 'Asia/Shanghai')::date, 'moves', '[]'::jsonb, 'ended', '[]'::jsonb, 'founded', '[]'::jsonb,
      'packs', jsonb_build_object('kind', new.kind, 'regionId', new.region_id, 'standing', coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name,
        'hash', p.hash, 'content', p.content, 'path', p.path, 'effective_from', p.effective_from, 'in_force_to', p.in_force_to)), '[]')))
    into announced
    from pack p where p.kind = new.kind and p.region_id = new.region_id and p.approved_at is not null and p.withdrawn_at is null;
  perform organisation.apply_regions(present + 1, announced);
  perform organisation.apply_packs(announced -> 'packs');
  update region_tree set epoch = present + 1;
  insert into region_event (epoch, pack_id, change) values (present + 1, new.id, announced);
  return null;
end`;

export const addOrganisationPacks = migration(
  1700000000260,
  'AddOrganisationPacks',
  (names) => `
${packTable(names)}
${standingPacks(names)}
-- At the desk one signs in and delegates: by packs that stand, and by nothing else of them.
create policy desk on organisation.pack to ${names.kind('desk')} using (approved_at is not null and withdrawn_at is null);
grant select on organisation.pack to ${names.kind('desk')};

alter table organisation.region_event
  add column pack_id uuid references organisation.pack (id),
  drop constraint region_event_of_one_change,
  add constraint region_event_of_one_change check (num_nonnulls(change_id, unit_change_id, pack_id) = 1);
${definer('organisation.announce_pack() returns trigger', announce, names, 'organisation', [])}
create constraint trigger pack_announced after update of approved_at, withdrawn_at on organisation.pack deferrable initially deferred
  for each row when (new.approved_at is not null) execute function organisation.announce_pack();

-- A re-organisation is stale after regions moved or units merged; that a pack was approved meanwhile changes nothing of its plan.
do $told$
declare
  told text := pg_get_functiondef('organisation.execute_region_change(uuid)'::regprocedure);
begin
  told := replace(told, 'if present <> change.base_epoch then',
    'if exists (select 1 from region_event e where e.epoch > change.base_epoch and e.pack_id is null) then');
  execute replace(told, 'return ''done'';', 'return ''done '' || (present + 1);');
end $told$;
`,
);
