// Payments in question (存疑待遇), as households names them by a household and a day: funds adds what was paid since.
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { isId } from '#platform/vocabulary/id';

@Directive('@key(fields: "id")')
@ObjectType('QuestionedPayments', {
  description: '存疑的已付待遇（资金部分）· Payments in question: what funds knows of them',
})
export class QuestionedPayments {
  @Field(() => ID, { description: '标识：户与起始日 · Id: the household and the day' })
  id: string;
}

const FORM = /^(?<householdId>[0-9a-f-]{36})_(?<from>\d{4}-\d{2}-\d{2})$/;

/** Null for an id that names no household and day; whether the caller sees its payments is the rows' to say. */
export function questionedPaymentsOf(id: string): QuestionedPayments | null {
  const { householdId } = FORM.exec(id)?.groups ?? {};
  return householdId && isId(householdId) ? Object.assign(new QuestionedPayments(), { id }) : null;
}
