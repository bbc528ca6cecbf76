// A list that one side brought (对账清单), and what of it differs from the claim.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { FenColumn, IdColumn, InstantColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { Money } from '#platform/graph/scalars';
import { ClaimDifference } from './match-claim-list.rules';

export enum ClearingSide {
  hospital = 'hospital',
  payer = 'payer',
}
registerEnumType(ClearingSide, {
  name: 'ClearingSide',
  description: '清算的一方 · A side of a clearing',
  valuesConfig: { hospital: { description: '医院 · The hospital' }, payer: { description: '支付方 · The payer' } },
});
registerEnumType(ClaimDifference, {
  name: 'ClaimDifference',
  description: '核对差异 · How a list differs',
  valuesConfig: {
    notClaimed: { description: '清单有、清算单无 · In the list and not in the claim' },
    differs: { description: '金额不符 · The amounts differ' },
    duplicate: { description: '清单重复 · Listed twice' },
    notInList: { description: '清算单有、清单无 · In the claim and not in the list' },
  },
});

@ObjectType({ description: '对账清单 · A list that one side brought' })
@Entity('clearing_list')
export class ClearingList {
  @Field(() => ID, { description: '清单标识 · Id of the list' })
  @IdColumn()
  id: string;

  @RefColumn()
  clearingId: string;

  @Field(() => ClearingSide, { description: '提交方 · Whose list it is' })
  @TextColumn()
  side: ClearingSide;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '内容哈希 · Hash of its content' })
  @TextColumn()
  contentHash: string;

  @Field(() => Int, { description: '行数 · Lines' })
  @WholeColumn()
  lineCount: number;

  @Field(() => Money, { description: '合计 · Total' })
  @FenColumn()
  total: bigint;

  @Field(() => Date, { description: '提交时间 · When it was brought' })
  @InstantColumn()
  broughtAt: Date;
}

@ObjectType({ description: '核对差异 · A difference' })
@Entity('clearing_difference')
export class ClearingDifference {
  @Field(() => ID, { description: '差异标识 · Id of the difference' })
  @IdColumn()
  id: string;

  @RefColumn()
  listId: string;

  @Field(() => ClaimDifference, { description: '何种差异 · What differs' })
  @TextColumn()
  outcome: ClaimDifference;

  @Field({ description: '结算编号 · Number of the settlement' })
  @TextColumn()
  reference: string;

  @Field(() => Int, { nullable: true, description: '清算明细行号 · Line of the claim' })
  @WholeColumn(true)
  ordinal: number | null;

  @Field(() => Money, { nullable: true, description: '清算单金额 · Amount in the claim' })
  @FenColumn(true)
  ours: bigint | null;

  @Field(() => Money, { nullable: true, description: '清单金额 · Amount in the list' })
  @FenColumn(true)
  theirs: bigint | null;

  @Field(() => String, { nullable: true, description: '说明 · Explanation' })
  @TextColumn(true)
  explanation: string | null;

  @RefColumn(true)
  explainedBy: string | null;

  @InstantColumn(true)
  explainedAt: Date | null;
}

export const ClearingDifferenceConnection = connectionOf(
  ClearingDifference,
  'ClearingDifference',
  '核对差异',
  'differences',
);
