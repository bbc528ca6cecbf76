// What an officer writes of a gift: what was promised, what arrived, and how gifts are looked for.
import { ArrayMaxSize, IsOptional, Length, Matches } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '#platform/graph/connection';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { DonorKind, GiftKind, GiftState, Valuation } from './gift.rules';

@InputType({ description: '捐赠意向 · A gift that is promised' })
export class PromiseGiftInput {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  fundId: string;

  @Field(() => GiftKind, { description: '类别 · Kind' })
  kind: GiftKind;

  @Field(() => DonorKind, { description: '捐赠人类别 · Who gives' })
  donorKind: DonorKind;

  @Length(2, 60, { message: '捐赠人须为 2 至 60 个字符 · a donor has 2 to 60 characters' })
  @Field({ description: '捐赠人 · The donor' })
  donorName: string;

  @Field({ description: '是否对外匿名 · Whether the donor stays anonymous to the public' })
  anonymous: boolean;

  @Field({ description: '是否自愿，不得摊派 · Whether it is given freely: there are no quotas' })
  voluntary: boolean;

  @IsOptional()
  @Length(2, 60, { message: '活动名称须为 2 至 60 个字符 · a campaign has 2 to 60 characters' })
  @Field({ nullable: true, description: '募捐活动名称 · The campaign' })
  campaign?: string;

  @IsOptional()
  @Length(2, 100, { message: '协议编号须为 2 至 100 个字符 · an agreement has 2 to 100 characters' })
  @Field({ nullable: true, description: '捐赠协议编号 · Number of the agreement' })
  agreementNumber?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, { message: '须为 SHA-256 · a SHA-256 in hex' })
  @Field({ nullable: true, description: '协议文件的 SHA-256 · SHA-256 of the agreement' })
  agreementHash?: string;

  @Field({ nullable: true, description: '定向用途代码 · Purpose that it is given for' })
  purpose?: string;

  @Field(() => ID, { nullable: true, description: '定向地区 · Region that it is given for' })
  restrictedRegionId?: string;

  @IsOptional()
  @Length(2, 30, { message: '受益人群须为 2 至 30 个字符 · a target group has 2 to 30 characters' })
  @Field({ nullable: true, description: '定向受益人群 · Target group that it is given for' })
  targetGroup?: string;

  @Field(() => Money, { description: '约定金额（物资为估值）· Amount promised; of goods, their worth' })
  amount: bigint;

  @Field(() => ID, { nullable: true, description: '物资存放地区 · Where goods are kept' })
  keptRegionId?: string;

  @Field(() => CalendarDay, { description: '约定日期 · When it was promised' })
  promisedOn: string;
}

@InputType({ description: '到达的物资 · Goods that arrived' })
export class GiftItemInput {
  @Length(1, 60, { message: '物资名称须为 1 至 60 个字符 · a name of goods has 1 to 60 characters' })
  @Field({ description: '物资名称 · What it is' })
  good: string;

  @Length(1, 10, { message: '计量单位须为 1 至 10 个字符 · a unit has 1 to 10 characters' })
  @Field({ description: '计量单位 · Unit' })
  unit: string;

  @Field(() => Int, { description: '数量 · Quantity' })
  quantity: number;

  @Field(() => Money, { description: '价值合计 · Worth of all' })
  value: bigint;

  @Field(() => Valuation, { description: '计价依据：有发票按发票，否则评估 · By invoice, else by appraisal' })
  valuedBy: Valuation;

  @Length(2, 100, { message: '票号须为 2 至 100 个字符 · a document has 2 to 100 characters' })
  @Field({ description: '发票号或评估文号 · Number of the invoice or appraisal' })
  valuationDocument: string;
}

@InputType({ description: '捐赠到达 · What arrived of a gift' })
export class GiftArrivalInput {
  @Field(() => ID, { description: '捐赠标识 · Id of the gift' })
  giftId: string;

  @Field(() => CalendarDay, { description: '到达日期 · When it arrived' })
  arrivedOn: string;

  @Length(2, 100, { message: '凭证号须为 2 至 100 个字符 · a voucher has 2 to 100 characters' })
  @Field({ description: '银行回单或送货单号 · Voucher of the bank, or of the delivery' })
  voucher: string;

  @Field(() => Money, { nullable: true, description: '实到金额，资金捐赠填 · What arrived, of money' })
  received?: bigint;

  @ArrayMaxSize(100, { message: '至多 100 项 · at most 100 items' })
  @Field(() => [GiftItemInput], { nullable: true, description: '物资明细，物资捐赠填 · The goods, item by item' })
  items?: GiftItemInput[];
}

@ArgsType()
export class GiftsArgs extends ConnectionArgs {
  @Field(() => ID, { description: '基金标识 · Id of the fund' })
  fundId: string;

  @Field(() => GiftState, { nullable: true, description: '只要此状态 · Only this state' })
  state?: GiftState;
}
