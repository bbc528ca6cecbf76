// Payments in question (存疑待遇): of a household from a day on; funds, which holds the payments, lists them.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('QuestionedPayments', {
  description: '存疑的已付待遇 · Payments that a determination would put in question',
})
export class QuestionedPayments {
  @Field(() => ID, { description: '标识：户与起始日 · Id: the household and the day' })
  id: string;
}

export function questionedPaymentsOf(householdId: string, from: string): QuestionedPayments {
  return Object.assign(new QuestionedPayments(), { id: `${householdId}_${from}` });
}
