// What is said when a look-back is opened, a case is checked, and cases are listed.
import { MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';
import { LookBackCaseState } from './look-back-case.entity';

const tooLong = { message: '至多 1000 字 · at most 1000 characters' };

@InputType({ description: '部署回头看 · How a look-back is opened' })
export class OpenLookBackInput {
  @Field(() => ID, { description: '地区 · The region' })
  regionId: string;

  @Field(() => Int, { description: '脱贫年度 · Year in which its households were lifted' })
  year: number;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field({ description: '部署文号 · Document it is ordered by' })
  documentNumber: string;

  @Field(() => CalendarDay, { description: '入户核查截止 · Households are checked by' })
  visitUntil: string;

  @Field(() => CalendarDay, { description: '复核截止 · Re-checked by' })
  recheckUntil: string;

  @Field(() => CalendarDay, { description: '销号截止 · Closed by' })
  closeUntil: string;
}

@InputType({ description: '核查一户 · What was found in a household' })
export class LookBackCheckInput {
  @Field(() => ID, { description: '回头看一户的标识 · Id of the case' })
  caseId: string;

  @Field(() => String, {
    nullable: true,
    description: '问题类别（代码）；无问题的不填 · Category, a code; left out where nothing is wrong',
  })
  category?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '核查发现，勿填个人号码 · What was found, without personal numbers',
  })
  @MaxLength(1000, tooLong)
  finding?: string | null;
}

@ArgsType()
export class LookBackCasesArgs extends ConnectionArgs {
  @Field(() => ID, { description: '回头看标识 · Id of the look-back' })
  lookBackId: string;

  @Field(() => ID, { nullable: true, description: '只要此地区（含下级）· Only this region and below' })
  regionId?: string | null;

  @Field(() => LookBackCaseState, { nullable: true, description: '只要此状态 · Only in this state' })
  state?: LookBackCaseState | null;

  @Field(() => String, { nullable: true, description: '只要此类别（代码）· Only of this category, a code' })
  category?: string | null;
}
