// A use of gifts (捐赠使用计划): for what and where, out of which gifts, resolved by the council.
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
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
import { CharityUseKind, CharityUseState } from './charity-use.rules';

registerEnumType(CharityUseKind, {
  name: 'CharityUseKind',
  description: '使用类别 · Kind of a use',
  valuesConfig: {
    charity: { description: '慈善活动支出 · For charity' },
    administration: { description: '管理费用 · For administration' },
  },
});
registerEnumType(CharityUseState, {
  name: 'CharityUseState',
  description: '使用计划状态 · State of a use',
  valuesConfig: {
    drafted: { description: '待理事会决议 · To be resolved by the council' },
    approved: { description: '已批准 · Approved' },
    refused: { description: '未通过 · Not passed' },
    withdrawn: { description: '已撤回 · Withdrawn' },
  },
});

@ObjectType({ description: '捐赠使用计划 · A use of gifts' })
@Entity('charity_use')
export class CharityUse {
  @Field(() => ID, { description: '使用计划标识 · Id of the use' })
  @IdColumn()
  id: string;

  @RefColumn()
  fundId: string;

  @Field({ description: '编号 · Number' })
  @TextColumn()
  number: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => CharityUseKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: CharityUseKind;

  @Field({ description: '用途代码 · Code of the purpose' })
  @TextColumn()
  purpose: string;

  @Field(() => String, { nullable: true, description: '受益人群 · Target group' })
  @TextColumn(true)
  targetGroup: string | null;

  @RefColumn()
  useRegionId: string;

  @Field({ description: '说明 · What it is for' })
  @TextColumn()
  description: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;

  @Field(() => CharityUseState, { description: '状态 · State' })
  @TextColumn()
  state: CharityUseState;

  @RefColumn()
  draftedBy: string;

  @Field(() => Date, { description: '编制时间 · When it was drafted' })
  @InstantColumn()
  draftedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '登记决议时间 · When its resolution was recorded' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;
}

@ObjectType({ description: '使用计划的资金来源 · What a use draws on' })
@Entity('charity_use_source')
export class CharityUseSource {
  @IdColumn()
  useId: string;

  @IdColumn()
  lotId: string;

  @RefColumn()
  giftId: string;

  @Field(() => Money, { description: '金额 · Amount' })
  @FenColumn()
  amount: bigint;
}
