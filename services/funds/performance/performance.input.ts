// What is told when a project is reviewed: actual values of its targets, and points for what is judged.
import { Max, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';

@InputType({ description: '指标实际值 · The actual value of a target' })
export class TargetActualInput {
  @Field(() => ID, { description: '指标标识 · Id of the target' })
  targetId: string;

  @Min(0, { message: '实际值不能为负 · not negative' })
  @Max(1e12, { message: '实际值过大 · too large' })
  @Field(() => Float, { description: '实际值 · Actual value' })
  actual: number;
}

@InputType({ description: '评分 · Points given to an item' })
export class JudgedItemInput {
  @Field({ description: '项（规则包中的代码）· Code of the item' })
  code: string;

  @Field(() => Int, { description: '得分 · Points' })
  points: number;
}
