// An asset (扶贫资产) that a project built: who owns and who runs it, under which contract and for what yield.
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

export enum AssetKind {
  operating = 'operating',
  public = 'public',
  household = 'household',
}
registerEnumType(AssetKind, {
  name: 'AssetKind',
  description: '资产类别 · Kind of an asset',
  valuesConfig: {
    operating: { description: '经营性 · Operating' },
    public: { description: '公益性 · For the public' },
    household: { description: '到户类 · Of households' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '扶贫资产 · An asset that a project built' })
@Entity('asset')
export class Asset {
  @Field(() => ID, { description: '资产标识 · Id of the asset' })
  @IdColumn()
  id: string;

  @Field({ description: '资产编号 · Number' })
  @TextColumn()
  number: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field(() => AssetKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: AssetKind;

  @RefColumn(true)
  projectId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Money, { description: '资产价值 · Value' })
  @FenColumn()
  value: bigint;

  @Field({ description: '所有权人 · Owner' })
  @TextColumn()
  owner: string;

  @Field({ description: '经营主体 · Operator' })
  @TextColumn()
  operator: string;

  @Field({ description: '合同编号 · Number of the contract' })
  @TextColumn()
  contractNumber: string;

  @Field(() => CalendarDay, { description: '合同起 · Contract from' })
  @DayColumn()
  contractFrom: string;

  @Field(() => CalendarDay, { description: '合同止 · Contract to' })
  @DayColumn()
  contractTo: string;

  @Field(() => Money, { description: '约定年收益 · Yield that was agreed for a year' })
  @FenColumn()
  yearlyYield: bigint;

  @RefColumn()
  registeredBy: string;

  @Field(() => Date, { description: '登记时间 · Registered at' })
  @InstantColumn()
  registeredAt: Date;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '确认时间 · Confirmed at' })
  @InstantColumn(true)
  confirmedAt: Date | null;
}
