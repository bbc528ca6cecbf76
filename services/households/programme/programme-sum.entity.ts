// Sums of a programme over a region (专项合计): how many cases are in each state, and how many wait beyond their day; no household.
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: '某状态的事项数 · Cases in one state' })
export class CaseStateCount {
  @Field({ description: '状态（代码）· State, a code' })
  state: string;

  @Field({ description: '状态名称 · The state in words' })
  title: string;

  @Field(() => Int, { description: '事项数 · Cases' })
  cases: number;
}

@ObjectType({ description: '地区某专项合计 · Sums of a programme over a region' })
export class ProgrammeSum {
  @Field({ description: '专项（代码）· Programme, a code' })
  programme: string;

  @Field(() => Int, { description: '事项总数 · Cases in all' })
  cases: number;

  @Field(() => Int, { description: '在办或享受中 · Cases that hold a place' })
  holding: number;

  @Field(() => Int, { description: '可予发放 · Cases that may be paid' })
  payable: number;

  @Field(() => Int, { description: '下一环节逾期 · Cases whose next step is overdue' })
  overdue: number;

  @Field(() => [CaseStateCount], { description: '各状态 · By state' })
  byState: CaseStateCount[];
}
