// A region (地区) of the managing tree; its statistical parent is kept beside, because functional zones have no division code.
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { RegionKind } from '#platform/vocabulary/region';
import { RegionKindEnum } from './region-kind.rules';

registerEnumType(RegionKindEnum, {
  name: 'RegionKind',
  description: '地区类别 · Kind of a region',
  valuesConfig: {
    province: { description: '省 · Province' },
    city: { description: '市 · City' },
    district: { description: '区 · District' },
    zone: { description: '功能区（无区划代码）· Functional zone, which has no division code' },
    town: { description: '乡镇、街道 · Town or street' },
    village: { description: '村、居 · Village or committee' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '地区（管理隶属树的一个节点）· A region: one node of the managing tree' })
@Entity('region')
export class Region {
  @Field(() => ID, { description: '地区标识，永不改变 · Id of the region, never changes' })
  @IdColumn()
  id: string;

  @Field(() => String, {
    nullable: true,
    description: '区划代码；功能区没有 · Division code; functional zones have none',
  })
  @TextColumn(true)
  code: string | null;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field(() => RegionKindEnum, { description: '类别 · Kind' })
  @TextColumn()
  kind: RegionKind;

  @RefColumn(true)
  parentId: string | null;

  @RefColumn(true)
  statisticalParentId: string | null;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '自何日起 · Valid from this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '自何日起已撤销；按历史日期查询时为空 · From which day it is no more; not told of a region as it was on a day',
  })
  @DayColumn(true)
  validTo: string | null;

  @RefColumn(true)
  successorId: string | null;

  /** set on a region as it was on a day gone by: what hangs on it is of that day too */
  asOf?: string;
}
