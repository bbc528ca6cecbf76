// What a peer records of the one whom it checked.
import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '互查记录 · The record of a mutual check' })
export class PeerCheckInput {
  @Field(() => ID, { description: '分工标识 · Id of the assignment' })
  assignmentId: string;

  @Field(() => CalendarDay, { description: '检查日期 · Day of the check' })
  visitedOn: string;

  @Field({ description: '发现的问题 · Findings' })
  @MinLength(1, { message: '请填写发现的问题 · findings are needed' })
  @MaxLength(5000, { message: '至多 5000 字 · at most 5000 characters' })
  findings: string;
}
