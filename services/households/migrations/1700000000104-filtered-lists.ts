// Indexes of what lists and counts filter by: a state, a type or a cause, each in the order of places, so that rare ones are not looked for.
import { migration } from '#platform/database/migration';

export const indexFilteredLists = migration(
  1700000000104,
  'IndexFilteredLists',
  () => `
create index household_by_state on households.household (state, path, number);
create index household_by_type on households.household (type, path, number);
create index household_by_cause on households.household (main_cause, path, number);
`,
);
