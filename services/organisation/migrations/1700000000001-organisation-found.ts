// Founds organisation: regions of both trees, units and people.
import { foundation } from '#platform/database/foundation';
import { migration } from '#platform/database/migration';
import { isOpen, protect } from '#platform/database/protect';
import { scopeKinds } from '#platform/vocabulary/caller';

const open = Object.fromEntries(scopeKinds.map((kind) => [kind, isOpen()]));

export const foundOrganisation = migration(1700000000001, 'FoundOrganisation', (names) => `
${foundation(names)}

create table organisation.region (
  id uuid primary key,
  code text,
  name text not null,
  kind text not null constraint region_kind check (kind in ('province', 'city', 'district', 'zone', 'town', 'village')),
  parent_id uuid references organisation.region (id),
  statistical_parent_id uuid references organisation.region (id),
  path text collate "C" not null constraint region_path_unique unique,
  valid_from date not null,
  valid_to date,
  constraint region_zone_has_no_code check (kind <> 'zone' or code is null),
  constraint region_period check (valid_to > valid_from)
);
${protect('organisation.region', names, open)}
`);
