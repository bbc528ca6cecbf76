// What a town enters of a contract that is paid in stages.
import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';

@InputType({ description: '登记按期支付的合同 · A contract that is paid in stages' })
export class OpenReimbursementInput {
  @Field(() => ID, { description: '资金批次（指标文的一行）· The lot: a line of an allotment notice' })
  allotmentLineId: string;

  @Field(() => ID, {
    description: '所属项目，须已列入年度计划 · The project that it is for, which stands in the annual plan',
  })
  projectId: string;

  @Length(2, 200, { message: '名称须为 2 至 200 个字符 · a title has 2 to 200 characters' })
  @Field({ description: '名称，按负面清单核查 · Title, checked against the negative list' })
  title: string;

  @Length(2, 100, { message: '收款单位须为 2 至 100 个字符 · a payee has 2 to 100 characters' })
  @Field({ description: '收款单位 · Unit that is paid' })
  payee: string;

  @Length(2, 100, { message: '合同编号须为 2 至 100 个字符 · a contract number has 2 to 100 characters' })
  @Field({ description: '合同编号 · Number of the contract' })
  contractNumber: string;

  @Field(() => Money, { description: '计划金额 · Planned amount' })
  planned: bigint;

  @Field(() => Money, { description: '合同金额 · Contracted amount' })
  contracted: bigint;
}

@InputType({ description: '报账材料 · A document of a claim' })
export class StageDocumentInput {
  @Field({ description: '材料（代码）· Kind, a code' })
  kind: string;

  @Field({ description: '编号 · Number' })
  number: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  day: string;

  @Field({ defaultValue: false, description: '有签字盖章 · Whether it is signed and sealed' })
  sealed: boolean;

  @Field(() => ID, { description: '已上传的文件 · Its file, uploaded before' })
  evidenceId: string;
}
