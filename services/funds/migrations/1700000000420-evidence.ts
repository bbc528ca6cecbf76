// Evidence of funds: of what lies in a region's range, and of what an institution brought itself.
import { evidenceTables } from '#platform/database/evidence-tables';
import { migration } from '#platform/database/migration';
import { inRange, isMyUnit } from '#platform/database/protect';

export const fundsEvidenceTables = migration(1700000000420, 'FundsEvidence', (names) =>
  evidenceTables(names, {
    region: { rows: inRange('path'), verbs: ['select', 'insert'] },
    institution: { rows: isMyUnit('unit_id'), verbs: ['select', 'insert'] },
  }),
);
