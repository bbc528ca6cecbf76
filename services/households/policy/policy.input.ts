// What is told of a policy that is drafted, and of one that was explained.
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@InputType({ description: '政策内容 · What a policy says' })
export class PolicyInput {
  @Field(() => ID, { description: '适用地区 · The region in which it holds' })
  regionId: string;

  @Field({ description: '文号 · Document number' })
  documentNumber: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '发文单位 · Issuer' })
  issuer: string;

  @Field({ description: '事项（代码）· Matter, a code' })
  matter: string;

  @Field({ description: '条线（代码）· Line of business, a code' })
  line: string;

  @Field(() => CalendarDay, { description: '施行日期 · In force from' })
  effectiveFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '失效之日 · The first day on which it no longer holds' })
  effectiveTo?: string | null;

  @Field({
    description:
      '适用对象（JSON）：[{"household":[条件],"member":[条件]}] · For whom, as JSON: groups of conditions of the household and of a member',
  })
  targets: string;

  @Field({ description: '标准与金额 · Amounts' })
  amounts: string;

  @Field({ description: '明白话 · In plain words' })
  plainZh: string;

  @Field(() => String, { nullable: true, description: '英文明白话 · In plain English' })
  plainEn?: string | null;

  @Field(() => String, { nullable: true, description: '咨询方式 · Whom to ask' })
  contact?: string | null;

  @Field(() => String, { nullable: true, description: '来源地址 · Where it is printed' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: '假定之处及理由 · What is assumed, and why' })
  assumed?: string | null;

  @Field(() => ID, { nullable: true, description: '接续哪一版本 · Which version it follows' })
  supersedesId?: string | null;
}

@InputType({ description: '政策解读内容 · What is told of an explanation' })
export class BriefingInput {
  @Field(() => ID, { description: '政策 · The policy' })
  policyId: string;

  @Field(() => ID, { description: '贫困户 · The household' })
  householdId: string;

  @Field(() => CalendarDay, { description: '解读日期 · Explained on' })
  explainedOn: string;

  @Field({ description: '向何人解读 · To whom' })
  toWhom: string;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  remark?: string | null;
}

@ArgsType()
export class PoliciesArgs extends ConnectionArgs {
  @Field(() => CalendarDay, {
    nullable: true,
    description: '何日有效，默认今日 · In force on which day, today unless told',
  })
  on?: string | null;

  @Field(() => String, { nullable: true, description: '只要此事项（代码）· Only this matter, a code' })
  matter?: string | null;
}
