// What is told of an asset, of its income, and of a distribution.
import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { AssetKind } from './asset.entity';

@InputType({ description: '扶贫资产登记 · An asset that is registered' })
export class RegisterAssetInput {
  @Field(() => ID, { description: '所在村或乡镇 · Village or town where it is' })
  regionId: string;

  @Field(() => ID, { nullable: true, description: '形成它的项目 · The project that built it' })
  projectId?: string | null;

  @Field({ description: '名称 · Name' })
  name: string;

  @Field(() => AssetKind, { description: '类别 · Kind' })
  kind: AssetKind;

  @Field(() => Money, { description: '资产价值 · Value' })
  value: bigint;

  @Field({ description: '所有权人 · Owner' })
  owner: string;

  @Field({ description: '经营主体 · Operator' })
  operator: string;

  @Field({ description: '合同编号 · Number of the contract' })
  contractNumber: string;

  @Field(() => CalendarDay, { description: '合同起 · Contract from' })
  contractFrom: string;

  @Field(() => CalendarDay, { description: '合同止 · Contract to' })
  contractTo: string;

  @Field(() => Money, { description: '约定年收益 · Yield that was agreed for a year' })
  yearlyYield: bigint;
}

@InputType({ description: '资产收益登记 · Income of an asset that is recorded' })
export class RecordAssetIncomeInput {
  @Field(() => ID, { description: '资产标识 · Id of the asset' })
  assetId: string;

  @Field(() => Int, { description: '收益年度 · Year' })
  year: number;

  @Field(() => Money, { description: '金额 · Amount' })
  amount: bigint;

  @Field(() => CalendarDay, { description: '到账日期 · Received on' })
  receivedOn: string;

  @Field({ description: '凭证号 · Number of the voucher' })
  documentNumber: string;
}

@InputType({ description: '一户的档次 · The category of a household' })
export class AssetShareInput {
  @Field(() => ID, { description: '户标识 · Id of the household' })
  householdId: string;

  @Field({ description: '档次（规则包中的代码）· Category, a code of the pack' })
  category: string;
}

@InputType({ description: '收益分配方案 · A distribution that is drafted' })
export class DraftAssetDistributionInput {
  @Field(() => ID, { description: '资产标识 · Id of the asset' })
  assetId: string;

  @Field(() => Int, { description: '收益年度 · Year' })
  year: number;

  @Field(() => Money, { description: '村集体留存 · Kept by the village' })
  retained: bigint;

  @Field(() => CalendarDay, { description: '表决日期 · Voted on' })
  votedOn: string;

  @Field(() => Int, { description: '到会人数 · Present' })
  present: number;

  @Field(() => Int, { description: '同意人数 · Agreed' })
  agreed: number;

  @Field({ description: '会议记录文号 · Number of the record' })
  documentNumber: string;

  @ArrayMinSize(1, { message: '至少一户 · at least one household' })
  @ArrayMaxSize(2000, { message: '至多 2000 户 · at most 2000 households' })
  @Field(() => [AssetShareInput], { description: '各户档次 · The households' })
  shares: AssetShareInput[];
}
