// What is told of a guarantee check.
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '一项回答 · One answer' })
export class GuaranteeAnswerInput {
  @Field({ description: '问题（代码）· Question, a code' })
  question: string;

  @Field({ description: '回答：yes、no、选项或金额（元）· Answer: yes, no, one of the options, or yuan' })
  @MaxLength(50)
  answer: string;
}

@InputType({ description: '两不愁三保障核查 · A guarantee check' })
export class GuaranteeCheckInput {
  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => CalendarDay, { description: '核查日期 · Checked on' })
  checkedOn: string;

  @Field(() => [GuaranteeAnswerInput], {
    description: '回答；档案已知的不填 · Answers, without what the register knows',
  })
  @ArrayMaxSize(100)
  answers: GuaranteeAnswerInput[];

  @Field(() => String, { nullable: true, description: '备注，勿填个人号码 · Remark, without personal numbers' })
  @MaxLength(1000, { message: '至多 1000 字 · at most 1000 characters' })
  remark?: string | null;
}
