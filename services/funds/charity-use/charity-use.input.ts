// What an officer writes into a use of gifts, into a resolution on it, and into a payment of it.
import { ArrayMaxSize, IsOptional, Length, Matches } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { CharityUseKind, CouncilVoteWord } from './charity-use.rules';

@InputType({ description: '资金来源：一笔捐赠的资金批次 · What it draws on: the lot of a gift' })
export class CharityUseSourceInput {
  @Field(() => ID, { description: '捐赠资金批次 · The lot' })
  lotId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@InputType({ description: '捐赠使用计划 · A use of gifts' })
export class DraftCharityUseInput {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  fundId: string;

  @Field(() => CharityUseKind, { description: '类别 · Kind' })
  kind: CharityUseKind;

  @IsOptional()
  @Length(2, 60, { message: '用途须为 2 至 60 个字符的代码 · a purpose is a code of 2 to 60 characters' })
  @Field({ nullable: true, description: '用途代码；管理费用按规则包 · Purpose; that of administration is by the pack' })
  purpose?: string;

  @IsOptional()
  @Length(2, 30, { message: '受益人群须为 2 至 30 个字符 · a target group has 2 to 30 characters' })
  @Field({ nullable: true, description: '受益人群 · Target group' })
  targetGroup?: string;

  @Field(() => ID, { description: '使用地区 · Where it is used' })
  regionId: string;

  @Length(2, 300, { message: '说明须为 2 至 300 个字符 · a description has 2 to 300 characters' })
  @Field({ description: '说明 · What it is for' })
  description: string;

  @ArrayMaxSize(50, { message: '至多 50 笔 · at most 50' })
  @Field(() => [CharityUseSourceInput], { description: '资金来源 · What it draws on' })
  sources: CharityUseSourceInput[];
}

@InputType({ description: '理事的表决 · A member’s vote' })
export class CouncilVoteInput {
  @Field(() => ID, { description: '理事标识 · Id of the member' })
  memberId: string;

  @Field(() => CouncilVoteWord, { description: '表决 · The vote' })
  vote: CouncilVoteWord;
}

@InputType({ description: '理事会决议 · A resolution of the council' })
export class ResolveCharityUseInput {
  @Field(() => ID, { description: '使用计划标识 · Id of the use' })
  useId: string;

  @Field(() => CalendarDay, { description: '会议日期 · Day of the meeting' })
  metOn: string;

  @Matches(/^[0-9a-f]{64}$/, { message: '须为 SHA-256 · a SHA-256 in hex' })
  @Field({ description: '会议纪要的 SHA-256 · SHA-256 of the minutes' })
  minutesHash: string;

  @ArrayMaxSize(25, { message: '至多 25 人 · at most 25' })
  @Field(() => [CouncilVoteInput], { description: '出席者的表决 · The votes of those present' })
  votes: CouncilVoteInput[];
}

@InputType({ description: '直接支付申请 · An application for a payment that goes to no household' })
export class CharityPaymentInput {
  @Field(() => ID, { description: '使用计划下达的资金批次 · The lot of the use' })
  lotId: string;

  @Length(2, 60, { message: '收款单位须为 2 至 60 个字符 · a payee has 2 to 60 characters' })
  @Field({ description: '收款单位 · Payee' })
  payee: string;

  @Length(2, 100, { message: '事项须为 2 至 100 个字符 · an item has 2 to 100 characters' })
  @Field({ description: '事项 · What for' })
  item: string;

  @Length(2, 100, { message: '凭证号须为 2 至 100 个字符 · a voucher has 2 to 100 characters' })
  @Field({ description: '凭证号 · Voucher' })
  voucher: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@ArgsType()
export class CharityUsesArgs extends ConnectionArgs {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  fundId: string;

  @Field(() => Int, { nullable: true, description: '只要此年度 · Only this year' })
  year?: number;
}
