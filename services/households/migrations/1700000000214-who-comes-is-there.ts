// Whoever comes into the register is there: that is not looked at for each row of an import, only for whom it meets.
import { migration } from '#platform/database/migration';
import { addPairs, stays } from './1700000000211-duplicates';

export const whoComesIsThere = migration(
  1700000000214,
  'WhoComesIsThere',
  () => `
create or replace function households.notice_duplicates() returns trigger language plpgsql security definer
  set search_path = households, pg_temp as $notice$
begin
  ${addPairs('fresh', stays('m'))}
  return null;
end $notice$;
`,
);
