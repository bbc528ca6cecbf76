// Sheets of a medical catalogue (医保目录表): kept as they were brought, read as often as wanted, and never changed; what is adopted is the pack drafted from one.
import { migration } from '#platform/database/migration';
import { appendOnly, definer, inRange, isMine, protect } from '#platform/database/protect';

/** Codes alone leave this function: neither whose fees they are nor in which hospital. */
const openCodes = `
begin
  return query select distinct f.item_code from stay_fee f join stay s on s.id = f.stay_id
    where s.status <> 'settled' and f.item_code is not null and ${inRange('s.path')} order by 1;
end`;

export const catalogueSheets = migration(
  1700000000487,
  'CatalogueSheets',
  (names) => `
create table funds.catalogue_sheet (
  id uuid primary key,
  region_id uuid not null,
  path text collate "C" not null,
  name text not null,
  bytes int not null constraint catalogue_sheet_not_empty check (bytes > 0),
  sha256 text not null,
  content bytea not null,
  brought_by uuid not null,
  brought_at timestamptz not null default clock_timestamp()
);
${protect('funds.catalogue_sheet', names, {
  region: inRange('path'),
  // The file door writes as the person that the ticket is for.
  own: { rows: isMine('brought_by'), verbs: ['insert'] },
})}
${appendOnly('funds.catalogue_sheet', 'funds', ['path'])}
${definer('funds.open_item_codes() returns setof text', openCodes, names, 'funds', ['region'])}
`,
);
