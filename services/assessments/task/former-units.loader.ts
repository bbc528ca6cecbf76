// Which units owed a task or a finding before it passed to their successor (承继前单位), first owner first.
import { defineLoader, groupBy } from '#platform/graph/loader';

interface Pass {
  subjectId: string;
  fromUnit: string;
}

export const formerUnits = defineLoader<Pass[]>(
  'former units of an open matter',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.query<Pass>(
        `select subject_id as "subjectId", from_unit as "fromUnit" from assessments.unit_pass
         where subject_id = any($1::uuid[]) order by since, from_unit`,
        [ids],
      ),
      ({ subjectId }) => subjectId,
    ),
);
