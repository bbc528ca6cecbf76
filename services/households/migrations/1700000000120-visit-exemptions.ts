// Exemptions (豁免) from a visit that is owed: asked for beside the household, decided by another person above it.
import { exemptionTable } from '#platform/database/exemption-table';
import { migration } from '#platform/database/migration';
import { inRange, isListed } from '#platform/database/protect';

export const addVisitExemptions = migration(1700000000120, 'AddVisitExemptions', (names) =>
  exemptionTable(
    'households',
    names,
    `constraint obligation_exemption_household foreign key (subject_id, region_id, path)
    references households.household (id, region_id, path) on update cascade`,
    {
      region: { rows: inRange('path'), verbs: ['select', 'insert', 'update'] },
      paired: { rows: isListed('subject_id'), verbs: ['select', 'insert'] },
      unit: inRange('path'),
    },
  ),
);
