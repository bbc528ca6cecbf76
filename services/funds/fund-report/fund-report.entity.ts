// A monthly fund report (资金月报): the region's sums of the budget year as the ledger had them when it was made.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { Money } from '#platform/graph/scalars';
import type { Fen } from '#platform/vocabulary/money';

@ObjectType({
  description:
    '资金月报：报送时账面数即行冻结，经另一人确认 · A monthly fund report: the ledger’s figures at that moment, confirmed by another person',
})
@Entity('fund_report')
export class FundReport {
  @Field(() => ID, { description: '月报标识 · Id of the report' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '所报月份，如 2018-05 · The month it tells of' })
  @TextColumn()
  month: string;

  @Field(() => Money, { nullable: true, description: '下达 · Allotted' })
  @FenColumn()
  allotted: Fen;

  @Field(() => Money, { nullable: true, description: '可用 · Available' })
  @FenColumn()
  available: Fen;

  @Field(() => Money, { nullable: true, description: '已占用 · Reserved' })
  @FenColumn()
  reserved: Fen;

  @Field(() => Money, { nullable: true, description: '已支付 · Paid' })
  @FenColumn()
  paid: Fen;

  @Field(() => Money, { nullable: true, description: '退回 · Returned' })
  @FenColumn()
  returned: Fen;

  @Field({ description: '说明 · Note' })
  @TextColumn()
  note: string;

  @RefColumn()
  reportedBy: string;

  @Field(() => Date, { description: '报送时间；是否按期以此计 · Reported at, which decides whether it was in time' })
  @InstantColumn()
  reportedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, {
    nullable: true,
    description: '确认时间；空为不计履职 · Confirmed at; while null it does not count',
  })
  @InstantColumn(true)
  confirmedAt: Date | null;
}
