// Packs of households (规则包): what a visit, a pairing, a determination, a check, a look-back and a programme go by, approved as any other rule.
import { migration } from '#platform/database/migration';
import { packTable } from '#platform/database/pack-table';

export const addHouseholdsPacks = migration(1700000000272, 'AddHouseholdsPacks', (names) =>
  packTable(names, 'everywhere'),
);
