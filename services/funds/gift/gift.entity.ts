// A gift (捐赠) to a charity fund, of money or goods: promised, arrived, accepted by a second person, receipted once.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { DonorKind, GiftKind, GiftState } from './gift.rules';

registerEnumType(GiftKind, {
  name: 'GiftKind',
  description: '捐赠类别 · Kind of a gift',
  valuesConfig: { money: { description: '资金 · Money' }, goods: { description: '物资 · Goods' } },
});
registerEnumType(DonorKind, {
  name: 'DonorKind',
  description: '捐赠人类别 · Who gives',
  valuesConfig: { person: { description: '个人 · A person' }, organisation: { description: '单位 · An organisation' } },
});
registerEnumType(GiftState, {
  name: 'GiftState',
  description: '捐赠状态 · State of a gift',
  valuesConfig: {
    promised: { description: '已约定 · Promised' },
    arrived: { description: '已到，待验收 · Arrived, to be accepted' },
    accepted: { description: '已验收 · Accepted' },
    declined: { description: '未接受 · Declined' },
  },
});
@ObjectType({ description: '捐赠 · A gift to a charity fund' })
@Entity('gift')
export class Gift {
  @Field(() => ID, { description: '捐赠标识 · Id of the gift' })
  @IdColumn()
  id: string;

  @RefColumn()
  fundId: string;

  @Field({ description: '捐赠编号 · Number of the gift' })
  @TextColumn()
  number: string;

  @Field(() => GiftKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: GiftKind;

  @Field(() => DonorKind, { description: '捐赠人类别 · Who gives' })
  @TextColumn()
  donorKind: DonorKind;

  @TextColumn()
  donorName: string;

  @Field({ description: '是否对外匿名 · Whether the donor stays anonymous to the public' })
  @FlagColumn()
  anonymous: boolean;

  @Field(() => String, { nullable: true, description: '募捐活动名称（不设指标）· The campaign, which has no quota' })
  @TextColumn(true)
  campaign: string | null;

  @Field(() => String, { nullable: true, description: '捐赠协议编号 · Number of the agreement' })
  @TextColumn(true)
  agreementNumber: string | null;

  @Field(() => String, { nullable: true, description: '协议文件的 SHA-256 · SHA-256 of the agreement' })
  @TextColumn(true)
  agreementHash: string | null;

  @Field(() => String, {
    nullable: true,
    description: '定向用途代码，空为不限 · Purpose that it is given for; null for any',
  })
  @TextColumn(true)
  purpose: string | null;

  @RefColumn(true)
  restrictedRegionId: string | null;

  @Field(() => String, {
    nullable: true,
    description: '定向受益人群，空为不限 · Target group that it is given for; null for any',
  })
  @TextColumn(true)
  targetGroup: string | null;

  @Field(() => Money, { description: '约定金额（物资为估值）· Amount promised; of goods, their worth' })
  @FenColumn()
  promised: bigint;

  @RefColumn(true)
  keptRegionId: string | null;

  @Field(() => CalendarDay, { description: '约定日期 · When it was promised' })
  @DayColumn()
  promisedOn: string;

  @Field(() => GiftState, { description: '状态 · State' })
  @TextColumn()
  state: GiftState;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;

  @Field(() => Money, {
    nullable: true,
    description: '实到金额（物资为计价合计）· What arrived; of goods, as they were valued',
  })
  @FenColumn(true)
  received: bigint | null;

  @Field(() => CalendarDay, { nullable: true, description: '到达日期 · When it arrived' })
  @DayColumn(true)
  arrivedOn: string | null;

  @Field(() => String, { nullable: true, description: '银行回单或送货单号 · Voucher of the bank, or of the delivery' })
  @TextColumn(true)
  arrivalVoucher: string | null;

  @RefColumn(true)
  arrivedBy: string | null;

  @RefColumn(true)
  acceptedBy: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '验收日期 · When it was accepted' })
  @DayColumn(true)
  acceptedOn: string | null;

  @Field(() => String, { nullable: true, description: '未接受的原因 · Why it was declined' })
  @TextColumn(true)
  reason: string | null;

  @Field(() => String, { nullable: true, description: '捐赠票据号 · Number of the receipt' })
  @TextColumn(true)
  receiptNumber: string | null;

  @Field(() => CalendarDay, { nullable: true, description: '开票日期 · When the receipt was issued' })
  @DayColumn(true)
  receiptedOn: string | null;

  @RefColumn(true)
  receiptedBy: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}
