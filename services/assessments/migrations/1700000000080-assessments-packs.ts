// Packs of assessments: scoring, lights and whatever else is decided by rule, as rows that two people answer for.
import { migration } from '#platform/database/migration';
import { packTable } from '#platform/database/pack-table';

export const addAssessmentsPacks = migration(1700000000080, 'AddAssessmentsPacks', packTable);
