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

@InputType({ description: '违规扣分 · A violation that costs points' })
export class PerformanceDeductionInput {
  @Field({ description: '扣分项（规则包所列代码）· A code of the pack' })
  code: string;

  @Field({ description: '事实，勿填个人号码 · What was found, without personal numbers' })
  words: string;

  @Field(() => [ID], { description: '证据（已上传的文件）· Evidence, uploaded before' })
  evidenceIds: string[];
}
