// Evidence of milestones (节点佐证材料): files by the one evidence service, seen by the officials of the region and by the unit whose plan it is.
import { evidenceTables } from '#platform/database/evidence-tables';
import { migration } from '#platform/database/migration';
import { inRange } from '#platform/database/protect';
import { isOfMyUnits } from '#platform/database/unit-heirs';

export const milestoneEvidence = migration(1700000000273, 'MilestoneEvidence', (names) =>
  evidenceTables(names, {
    region: { rows: inRange('path'), verbs: ['select', 'insert'] },
    unit: { rows: isOfMyUnits(names, 'unit_id'), verbs: ['select', 'insert'] },
  }),
);
