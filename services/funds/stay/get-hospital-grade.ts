// Asks organisation for the grade of the clerk's own hospital; deductibles and rates differ by it, and it is frozen in the stay.
import type { Context } from '#platform/graph/context';
import { refusals } from '../refusals';
import { type HospitalGrade, hospitalGrades } from '../settlement-policy/encounter-facts.rules';

const QUESTION = 'query($units:[_Any!]!){_entities(representations:$units){... on Unit{grade}}}';

export async function getHospitalGrade<T>({ ask, caller }: Context<T>): Promise<HospitalGrade> {
  const units = [{ __typename: 'Unit', id: caller.unitId }];
  const { _entities } = await ask<{ _entities: ({ grade: number | null } | null)[] }>('organisation', QUESTION, {
    units,
  });
  const grade = hospitalGrades.find((known) => known === `grade-${_entities[0]?.grade ?? ''}`);
  if (!grade) throw refusals.notAHospital();
  return grade;
}
