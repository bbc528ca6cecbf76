// Packs of funds: a settlement policy is a pack like any other; what was adopted before is carried over under its id.
import { migration } from '#platform/database/migration';
import { packTable } from '#platform/database/pack-table';

export const addFundsPacks = migration(
  1700000000380,
  'AddFundsPacks',
  (names) => `
${packTable(names)}
insert into funds.pack (id, kind, name, hash, content, region_id, path, effective_from, effective_to, in_force_to, shipped, drafted_by, drafted_at, document_number, approved_by, approved_at)
  select id, 'settlement-policy', name, hash, pack, region_id, path, effective_from, effective_to, effective_to, true, adopted_by, adopted_on, name, approved_by, adopted_on from funds.settlement_policy;
alter table funds.settlement drop constraint settlement_policy_id_fkey;
drop table funds.settlement_policy;
drop function funds.settlement_policy_is_appended();
-- What settlements read: the policies in force, under the reader's own rights.
create view funds.settlement_policy with (security_invoker = true) as
  select id, name, content as pack, hash, region_id, path, effective_from, in_force_to as effective_to from funds.pack
  where kind = 'settlement-policy' and approved_at is not null and withdrawn_at is null;
grant select on funds.settlement_policy to ${names.keeper}, ${names.kind('institution')}, ${names.kind('public')};
alter table funds.settlement add constraint settlement_by_policy foreign key (policy_id) references funds.pack (id);
`,
);
