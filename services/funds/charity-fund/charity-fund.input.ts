// What an officer writes when a charity fund is founded, and into each step of it.
import { ArrayMaxSize, IsOptional, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { LegalForm } from './charity-pack.rules';
import { CouncilPost } from './founding-step.entity';
import { FoundingStepKind } from './founding-step.rules';

@InputType({ description: '发起设立基金 · A fund that is to be founded' })
export class FoundCharityFundInput {
  @Field(() => ID, { description: '所在地区 · Its region' })
  regionId: string;

  @Length(2, 60, { message: '名称须为 2 至 60 个字符 · a name has 2 to 60 characters' })
  @Field({ description: '名称 · Name' })
  name: string;

  @Field(() => LegalForm, { description: '组织形式 · Legal form' })
  legalForm: LegalForm;

  @Field({ description: '是否具有公开募捐资格 · Whether it may raise money in public' })
  publicRaising: boolean;

  @Length(2, 300, { message: '宗旨须为 2 至 300 个字符 · a purpose has 2 to 300 characters' })
  @Field({ description: '宗旨 · Its purpose' })
  purpose: string;
}

@InputType({ description: '理事 · A member of the council' })
export class CouncilMemberInput {
  @Length(2, 30, { message: '姓名须为 2 至 30 个字符 · a name has 2 to 30 characters' })
  @Field({ description: '姓名 · Name' })
  name: string;

  @Field(() => CouncilPost, { description: '职务 · Post' })
  post: CouncilPost;
}

@InputType({ description: '设立步骤 · A step of a founding' })
export class FoundingStepInput {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  fundId: string;

  @Field(() => FoundingStepKind, { description: '步骤 · The step' })
  kind: FoundingStepKind;

  @Field(() => CalendarDay, { description: '日期 · When it happened' })
  happenedOn: string;

  @IsOptional()
  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ nullable: true, description: '文号、证号 · Number of its document or certificate' })
  documentNumber?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: '须为 SHA-256 · a SHA-256 in hex' })
  @Field({ nullable: true, description: '文件的 SHA-256 · SHA-256 of its document' })
  documentHash?: string;

  @IsOptional()
  @Length(2, 60, { message: '机关须为 2 至 60 个字符 · an organ has 2 to 60 characters' })
  @Field({ nullable: true, description: '登记机关或开户行 · The organ, or the bank' })
  organ?: string;

  @Field(() => Money, { nullable: true, description: '启动资金 · Start-up money' })
  amount?: bigint;

  @ArrayMaxSize(20, { message: '至多 20 个 · at most 20' })
  @Field(() => [String], { nullable: true, description: '发起人（单位）· Initiators' })
  initiators?: string[];

  @IsOptional()
  @Matches(/^[0-9 -]{6,40}$/, { message: '账号须为 6 至 40 位数字 · an account has 6 to 40 digits' })
  @Field({ nullable: true, description: '基金账号 · Number of its account' })
  accountNumber?: string;

  @ArrayMaxSize(25, { message: '理事至多 25 人 · a council has at most 25 members' })
  @Field(() => [CouncilMemberInput], { nullable: true, description: '全体理事 · The whole council' })
  council?: CouncilMemberInput[];
}
