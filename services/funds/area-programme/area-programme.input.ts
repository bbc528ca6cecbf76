// What an area programme says when it is drafted.
import { ArrayMaxSize, ArrayMinSize, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Money } from '#platform/graph/scalars';

@InputType({ description: '山区综合开发方案 · An area programme that is drafted' })
export class DraftAreaProgrammeInput {
  @Field({ description: '名称 · Name' })
  name: string;

  @Min(2000, { message: '年度有误 · no such year' })
  @Max(2100, { message: '年度有误 · no such year' })
  @Field(() => Int, { description: '起始年度 · First year' })
  fromYear: number;

  @Field(() => Int, { description: '终止年度 · Last year' })
  toYear: number;

  @Field({ description: '目标 · Goals' })
  goals: string;

  @Field(() => Money, { description: '规划投资 · Planned' })
  planned: bigint;

  @ArrayMinSize(1, { message: '至少一村 · at least one village' })
  @ArrayMaxSize(500, { message: '至多 500 村 · at most 500 villages' })
  @Field(() => [ID], { description: '所含各村 · Its villages' })
  villageIds: string[];
}
