// Evidence of visits: seen by the officials of the place and by the helper of the household.
import { evidenceTables } from '#platform/database/evidence-tables';
import { migration } from '#platform/database/migration';
import { inRange, isListed } from '#platform/database/protect';

export const addVisitEvidence = migration(1700000000150, 'AddVisitEvidence', (names) =>
  evidenceTables(names, {
    region: { rows: inRange('path'), verbs: ['select', 'insert'] },
    paired: { rows: isListed('household_id'), verbs: ['select', 'insert'] },
  }),
);
