// A unit (单位): one of the 41 member units, an office, a hospital or a payer.
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, FlagColumn, IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { UnitKind } from './unit-kind.rules';

registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: '单位类别 · Kind of a unit',
  valuesConfig: {
    memberUnit: { description: '成员单位 · Member unit of the leading group' },
    office: { description: '机关 · Office' },
    hospital: { description: '定点医疗机构 · Designated hospital' },
    payer: { description: '支付方 · Payer of medical costs' },
    organisation: { description: '其他组织 · Other organisation' },
  },
});

@Directive('@key(fields: "id")')
@ObjectType({ description: '单位 · A unit: a member unit, an office, a hospital or a payer' })
@Entity('unit')
export class Unit {
  @Field(() => ID, { description: '单位标识 · Id of the unit' })
  @IdColumn()
  id: string;

  @Field({ description: '单位代号 · Short code' })
  @TextColumn()
  code: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field(() => UnitKind, { description: '类别 · Kind' })
  @TextColumn()
  kind: UnitKind;

  @Field(() => String, { nullable: true, description: '条线，如 health · Line of business, such as health' })
  @TextColumn(true)
  line: string | null;

  @Field(() => Int, { nullable: true, description: '医院等级（一、二、三级）· Grade of a hospital, 1 to 3' })
  @WholeColumn(true)
  grade: number | null;

  @Field({ description: '是否领导小组成员单位 · Whether it is a member of the leading group' })
  @FlagColumn()
  inLeadingGroup: boolean;

  @RefColumn()
  regionId: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自何日起设立；空为系统启用前 · Founded on this day; null when before the records begin',
  })
  @DayColumn(true)
  foundedOn: string | null;

  @DayColumn(true)
  namedOn: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      '自何日起已撤销；按历史日期查询时为空 · From which day it is no more; not told of a unit as it was on a day',
  })
  @DayColumn(true)
  endedOn: string | null;

  @RefColumn(true)
  successorId: string | null;

  /** set on a unit as it was on a day gone by */
  asOf?: string;
}
