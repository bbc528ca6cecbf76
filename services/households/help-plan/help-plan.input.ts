// What is told of a help plan, and of what a measure brought.
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '拟采取的帮扶措施 · A measure that is planned' })
export class HelpMeasureInput {
  @Field({ description: '针对的致贫原因（代码）· The cause that it answers, a code' })
  cause: string;

  @Field({ description: '措施类别（代码）· Kind of measure, a code' })
  kind: string;

  @Field({ description: '内容 · What is to be done' })
  content: string;

  @Field(() => CalendarDay, { description: '应于何日前完成 · To be done by this day' })
  dueOn: string;
}

@InputType({ description: '帮扶计划 · A help plan' })
export class HelpPlanInput {
  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field({ description: '目标 · The goal' })
  goal: string;

  @Field(() => [HelpMeasureInput], {
    description: '措施，主要致贫原因须有 · Measures, one for the main cause at least',
  })
  measures: HelpMeasureInput[];
}

@InputType({ description: '措施成效 · What a measure brought' })
export class MeasureResultInput {
  @Field(() => ID, { description: '措施 · The measure' })
  measureId: string;

  @Field(() => CalendarDay, { description: '落实日期 · Day on which it was carried out' })
  carriedOn: string;

  @Field({ description: '成效 · What it brought' })
  effect: string;

  @Field(() => ID, { description: '签字的家庭成员 · The member who signed' })
  signedBy: string;

  @Field(() => [ID], { description: '签字页等佐证材料 · The signed page and other evidence' })
  evidenceIds: string[];
}
