// What is told to make a one-card batch, to bring an answer of the bank, and to demand a payment back.
import { ArrayMaxSize, ArrayMinSize, Length } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';
import { CardBatchState } from './card-batch.rules';

@InputType({ description: '代领账户 · Another’s account that receives for a household' })
export class ProxyAccountInput {
  @Field(() => ID, { description: '发放明细 · The payment line' })
  lineId: string;

  @Length(2, 40, { message: '户名须为 2 至 40 字 · a name has 2 to 40 characters' })
  @Field({ description: '代领人户名 · Whose account it is' })
  name: string;

  @Field({ description: '代领人卡号 · The card' })
  card: string;

  @Length(2, 60, { message: '开户银行须为 2 至 60 字 · a bank has 2 to 60 characters' })
  @Field({ description: '开户银行 · The bank' })
  bankName: string;

  @Length(2, 200, { message: '原因须为 2 至 200 字 · a reason has 2 to 200 characters' })
  @Field({ description: '代领原因及与户主关系 · Why, and how they are related' })
  reason: string;
}

@InputType({ description: '一卡通造册 · A one-card batch to be listed' })
export class CardBatchInput {
  @ArrayMinSize(1, { message: '至少一个发放批次 · at least one disbursement' })
  @ArrayMaxSize(200, { message: '至多 200 个发放批次 · at most 200 disbursements' })
  @Field(() => [ID], { description: '已批准的发放批次，同一用途 · Approved disbursements of one purpose' })
  disbursementIds: string[];

  @Field({ description: '银行文件格式 · Profile of the bank’s files' })
  profile: string;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  documentNumber: string;

  @ArrayMaxSize(20_000, { message: '至多 20000 行 · at most 20,000 lines' })
  @Field(() => [ID], {
    nullable: true,
    description: '只列这些明细；缺省为全部待发的 · Only these lines; all that wait unless told',
  })
  lineIds?: string[] | null;

  @ArrayMaxSize(2000, { message: '至多 2000 个代领账户 · at most 2,000 proxy accounts' })
  @Field(() => [ProxyAccountInput], { nullable: true, description: '代领账户 · Proxy accounts' })
  proxies?: ProxyAccountInput[] | null;
}

@InputType({ description: '银行回盘、退票文件 · A file that the bank sent' })
export class BankAnswerInput {
  @Field({ description: '银行文件格式 · Profile of the bank’s files' })
  profile: string;

  @Length(1, 120, { message: '文件名为 1 至 120 字 · a name has 1 to 120 characters' })
  @Field({ description: '文件名 · Name of the file' })
  name: string;

  @Field(() => Int, { description: '字节数 · Size in bytes' })
  bytes: number;
}

@InputType({ description: '要求追回 · A demand for a payment to come back' })
export class RecoveryInput {
  @Field(() => ID, { description: '发放明细 · The payment line' })
  lineId: string;

  @Field(() => Money, {
    nullable: true,
    description: '金额；缺省为尚未退回的全部 · Amount; all that is left unless told',
  })
  amount?: bigint | null;

  @Length(2, 300, { message: '原因须为 2 至 300 字 · a reason has 2 to 300 characters' })
  @Field({ description: '原因 · Why' })
  reason: string;

  @Length(2, 100, { message: '文号须为 2 至 100 个字符 · a document number has 2 to 100 characters' })
  @Field({ description: '依据文件文号 · Number of the document that it rests on' })
  documentNumber: string;
}

@ArgsType()
export class CardBatchesArgs extends ConnectionArgs {
  @Field(() => CardBatchState, { nullable: true, description: '只要此状态 · Only this state' })
  state?: CardBatchState;
}
