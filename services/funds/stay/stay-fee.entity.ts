// A line of a stay's fees (费用明细): as it was uploaded, and what of it is in policy, first borne, above a limit, or without consent.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, FenColumn, FlagColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';
import { FeeClass } from './stay.rules';

registerEnumType(FeeClass, {
  name: 'FeeClass',
  description: '费用类别 · Class of a fee',
  valuesConfig: {
    a: { description: '甲类 · Class A, in policy' },
    b: { description: '乙类 · Class B, in policy but for a first part' },
    c: { description: '丙类（政策范围外）· Class C, out of policy' },
  },
});

@ObjectType({ description: '费用明细 · A line of a stay’s fees' })
@Entity('stay_fee')
export class StayFee {
  @PrimaryColumn({ type: 'uuid' })
  stayId: string;

  @Field(() => Int, { description: '序号 · Number of the line' })
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @RefColumn()
  hospitalId: string;

  @Field(() => String, { nullable: true, description: '项目编码 · Code of the item' })
  @TextColumn(true)
  itemCode: string | null;

  @Field({ description: '项目 · Item' })
  @TextColumn()
  name: string;

  @Field(() => CalendarDay, { nullable: true, description: '服务日期 · Day on which it was given' })
  @DayColumn(true)
  servedOn: string | null;

  @Field(() => FeeClass, { description: '类别 · Class' })
  @TextColumn()
  feeClass: FeeClass;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => Money, { description: '其中政策范围外 · Of it, out of policy' })
  @FenColumn()
  outOfPolicy: bigint;

  @Field(() => Money, { nullable: true, description: '其中超限价 · Of it, above a limit' })
  @FenColumn(true)
  aboveLimit: bigint | null;

  @Field(() => Money, { nullable: true, description: '其中先行自付 · Of it, first borne' })
  @FenColumn(true)
  firstBorne: bigint | null;

  @Field(() => Boolean, { nullable: true, description: '自费项目已签字同意 · Consent was signed' })
  @FlagColumn(true)
  consent: boolean | null;

  @Field(() => Money, { description: '未签字同意、由医院承担 · Without consent, borne by the hospital' })
  @FenColumn()
  unconsented: bigint;
}
