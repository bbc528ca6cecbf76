// The parts of checklists and of what their tasks score (考核清单与计分).
import { addStandingPacks } from './migrations/1700000000265-standing-packs';
import { checklistVersions } from './migrations/1700000000275-checklist-versions';
import { TaskScore } from './task/task-score.entity';
import {
  ProgressScoreResolver,
  RegionChecklistScoreResolver,
  TaskFormulaResolver,
  TaskScoreResolver,
  UnitChecklistScoreResolver,
} from './task/task-score.resolver';

export const checklistParts = {
  resolvers: [
    TaskScoreResolver,
    TaskFormulaResolver,
    ProgressScoreResolver,
    UnitChecklistScoreResolver,
    RegionChecklistScoreResolver,
  ],
  entities: [TaskScore],
  migrations: [addStandingPacks, checklistVersions],
};
