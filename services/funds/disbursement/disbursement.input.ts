// What a town writes into an application for a disbursement, and how disbursements are looked for.
import { ArrayMaxSize, ArrayMinSize, IsOptional, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';
import { DisbursementStateEnum } from './disbursement.rules';

@InputType({ description: '申请发放的一户 · A household in an application' })
export class DisbursementLineInput {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  householdId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;
}

@InputType({ description: '发放申请 · An application for a disbursement' })
export class ApplyDisbursementInput {
  @Field(() => ID, { description: '资金批次（指标文的一行）· The lot: a line of an allotment notice' })
  allotmentLineId: string;

  @Length(2, 60, { message: '用途须为 2 至 60 个字符的代码 · a purpose is a code of 2 to 60 characters' })
  @Field({ description: '用途代码，须与指标文一致 · Code of the purpose, the same as the notice’s' })
  purpose: string;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  documentNumber: string;

  @Field(() => ID, {
    nullable: true,
    description: '所属项目，须已列入年度计划 · The project that it is for, which stands in the annual plan',
  })
  projectId?: string | null;

  @IsOptional()
  @Length(2, 500, { message: '用途说明须为 2 至 500 个字符 · a description has 2 to 500 characters' })
  @Field(() => String, {
    nullable: true,
    description: '用途说明，按负面清单核查 · What it is for, checked against the negative list',
  })
  use?: string | null;

  @ArrayMinSize(1, { message: '至少一户 · at least one household' })
  @ArrayMaxSize(20_000, { message: '至多 20000 户 · at most 20,000 households' })
  @Field(() => [DisbursementLineInput], { description: '各户，一户一行 · The households, each once' })
  lines: DisbursementLineInput[];
}

@ArgsType()
export class ReissueReturnedArgs {
  @Field(() => ID, { description: '原批次标识 · Id of the disbursement of which something came back' })
  disbursementId: string;

  @IsOptional()
  @ArrayMaxSize(20_000, { message: '至多 20000 行 · at most 20,000 lines' })
  @Field(() => [ID], { nullable: true, description: '只重发这些明细 · Only these of its lines' })
  lineIds?: string[] | null;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  documentNumber: string;

  @Field({ description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' })
  idempotencyKey: string;
}

@ArgsType()
export class DisbursementsArgs extends ConnectionArgs {
  @Field(() => DisbursementStateEnum, { nullable: true, description: '只要此状态 · Only this state' })
  state?: DisbursementStateEnum;

  @Field(() => Int, { nullable: true, description: '只要此预算年度 · Only this budget year' })
  year?: number;

  @Field(() => String, {
    nullable: true,
    description: '只要该季度批准的（未撤销），如 2018Q1 · Only those approved in this quarter and not revoked',
  })
  approvedIn?: string;
}
