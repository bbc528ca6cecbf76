// The income of a household in one year (家庭收入): by kind, net and a head, as one told and another checked.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';

const moneyKind = (zh: string, en: string) => Field(() => Money, { nullable: true, description: `${zh} · ${en}` });

@ObjectType({ description: '家庭年收入（上年 10 月 1 日至当年 9 月 30 日）· Income of a household in a year' })
@Entity('income')
export class Income {
  @Field(() => ID, { description: '记录标识 · Id of the row' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度（周期截止之年）· Year in which the period ends' })
  @WholeColumn()
  year: number;

  @Field(() => Int, { description: '当年第几次填报 · Which row of that year, counted from 1' })
  @WholeColumn()
  ordinal: number;

  @moneyKind('工资性收入', 'Wages')
  @FenColumn()
  wages: bigint;

  @moneyKind('生产经营性收入', 'Household business')
  @FenColumn()
  business: bigint;

  @moneyKind('财产性收入', 'Property')
  @FenColumn()
  property: bigint;

  @moneyKind('转移性收入', 'Transfers')
  @FenColumn()
  transfers: bigint;

  @moneyKind('生产经营性支出', 'Cost of production')
  @FenColumn()
  productionCost: bigint;

  @Field(() => Int, { description: '周期末在册人数 · Registered members at the end of the period' })
  @WholeColumn()
  members: number;

  @moneyKind('人均纯收入（四舍五入到分）', 'Net income a head, half up to the fen')
  @FenColumn()
  perHead: bigint;

  @RefColumn()
  enteredBy: string;

  @Field(() => Date, { description: '填报时刻 · When it was told' })
  @InstantColumn()
  enteredAt: Date;

  @RefColumn(true)
  checkedBy: string | null;

  @Field(() => Date, { nullable: true, description: '审核时刻 · When it was checked' })
  @InstantColumn(true)
  checkedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: '审核结果 confirmed 通过、returned 退回；空为待审核 · Outcome of the check; null while it waits',
  })
  @TextColumn(true)
  outcome: string | null;

  @Field(() => String, { nullable: true, description: '审核意见 · Remark of the check' })
  @TextColumn(true)
  remark: string | null;
}
