// A distribution of an asset's income (收益分配方案): voted, posted, approved by another person, then paid by one batch; and the share of each household.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
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

@ObjectType({ description: '收益分配方案 · A distribution of an asset’s income' })
@Entity('asset_distribution')
export class AssetDistribution {
  @Field(() => ID, { description: '方案标识 · Id of the distribution' })
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

  @Field({ description: '规则包内容散列 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field(() => Money, { description: '收益 · Income' })
  @FenColumn()
  income: bigint;

  @Field(() => Money, { description: '村集体留存 · Kept by the village' })
  @FenColumn()
  retained: bigint;

  @Field(() => Money, { description: '分配到户 · Distributed to households' })
  @FenColumn()
  pool: bigint;

  @Field(() => CalendarDay, { description: '表决日期 · Voted on' })
  @DayColumn()
  votedOn: string;

  @Field(() => Int, { description: '到会人数 · Present' })
  @WholeColumn()
  present: number;

  @Field(() => Int, { description: '同意人数 · Agreed' })
  @WholeColumn()
  agreed: number;

  @Field({ description: '会议记录文号 · Number of the record' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '起草时间 · Drafted at' })
  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准时间 · Approved at' })
  @InstantColumn(true)
  approvedAt: Date | null;
}

@ObjectType({ description: '一户的份额 · The share of a household' })
@Entity('asset_share')
export class AssetShare {
  @PrimaryColumn({ type: 'uuid' })
  distributionId: string;

  @PrimaryColumn({ type: 'uuid' })
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '档次（规则包中的代码）· Category, a code of the pack' })
  @TextColumn()
  category: string;

  @Field(() => Int, { description: '份数 · Shares' })
  @WholeColumn()
  weight: number;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @TextColumn()
  payee: string;
}
