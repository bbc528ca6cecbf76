// Cases by id and by household, with their steps and evidence.
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { ProgrammeCase } from './programme-case.entity';
import { ProgrammeStep } from './programme-step.entity';

export const caseById = defineLoader<ProgrammeCase | null>(
  'programme case by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(ProgrammeCase, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), (each) => each.id),
);

/** Newest first. A household has few: one that holds a programme for each, and those that ended. */
export const casesOfHousehold = defineLoader<ProgrammeCase[]>(
  'programme cases of a household',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.household_id = any($1::uuid[]) order by t.id desc';
    return groupBy(await rows.select(ProgrammeCase, tail, [ids]), (each) => each.householdId);
  },
);

export const stepsOfCase = defineLoader<ProgrammeStep[]>(
  'steps of a programme case',
  () => [],
  async (rows, ids) => {
    const tail = 'where t.case_id = any($1::uuid[]) order by t.case_id, t.ordinal';
    return groupBy(await rows.select(ProgrammeStep, tail, [ids]), (step) => step.caseId);
  },
);

export const evidenceOfCase = evidenceLoader('households', 'programme');
