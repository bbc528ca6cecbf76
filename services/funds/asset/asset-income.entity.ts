// Income of an asset (资产收益) of one year: received on a day under a document, recorded by one and confirmed by another.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

@ObjectType({ description: '资产收益 · Income of an asset' })
@Entity('asset_income')
export class AssetIncome {
  @Field(() => ID, { description: '收益标识 · Id of the income' })
  @IdColumn()
  id: string;

  @RefColumn()
  assetId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '收益年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => CalendarDay, { description: '到账日期 · Received on' })
  @DayColumn()
  receivedOn: string;

  @Field({ description: '凭证号 · Number of the voucher' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  recordedAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认时间 · Confirmed at' })
  @InstantColumn(true)
  confirmedAt: Date | null;
}
