// A statistical division (统计区划) in the meaning that its code had from one vintage to another; no right hangs on it.
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { DivisionChangeKind, DivisionLevel } from './division.rules';

registerEnumType(DivisionLevel, {
  name: 'DivisionLevel',
  description: '统计区划级别 · Level of a statistical division',
  valuesConfig: {
    province: { description: '省级，2 位 · Province, 2 digits' },
    city: { description: '地级，4 位 · City, 4 digits' },
    area: { description: '县级，6 位 · County or district, 6 digits' },
    street: { description: '乡级，9 位 · Town or street, 9 digits' },
    village: { description: '村级，12 位 · Village or committee, 12 digits' },
  },
});
registerEnumType(DivisionChangeKind, {
  name: 'DivisionChangeKind',
  description: '区划变化 · What a vintage changed',
  valuesConfig: {
    added: { description: '新增 · Not there in the vintage before' },
    renamed: { description: '更名或改隶 · Another name or another parent' },
    ended: { description: '撤销 · Not there any more' },
  },
});

@ObjectType({ description: '统计区划（国家统计局口径）· A statistical division' })
@Entity('division')
export class Division {
  @Field({ description: '代码 · Code' })
  @PrimaryColumn({ type: 'text' })
  code: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @TextColumn(true)
  parentCode: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '前身代码：同一县内同名而换了代码者 · The code that it had before, where one of its name in its area changed it',
  })
  @TextColumn(true)
  predecessorCode: string | null;

  @Field(() => CalendarDay, { description: '始见于哪一期 · The vintage in which this was first seen' })
  @PrimaryColumn({ type: 'date' })
  validFrom: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: '自哪一期起不再如此 · The vintage since which it is so no more',
  })
  @DayColumn(true)
  validTo: string | null;
}

@ObjectType({ description: '一期统计区划 · One vintage of the divisions' })
@Entity('division_vintage')
export class DivisionVintage {
  @Field(() => CalendarDay, { description: '截止日期 · The day of which it tells' })
  @PrimaryColumn({ type: 'date' })
  vintage: string;

  @Field({ description: '来源 · Source' })
  @TextColumn()
  source: string;

  @TextColumn()
  sha256: string;

  @Field(() => Int, { description: '区划总数 · How many divisions' })
  @WholeColumn()
  divisions: number;

  @Field(() => Int, { description: '新增 · How many were added' })
  @WholeColumn()
  added: number;

  @Field(() => Int, { description: '更名或改隶 · How many have another name or parent' })
  @WholeColumn()
  renamed: number;

  @Field(() => Int, { description: '撤销 · How many ended' })
  @WholeColumn()
  ended: number;

  @Field(() => Date, { description: '载入时间 · When it was loaded' })
  @InstantColumn()
  loadedAt: Date;
}

@ObjectType({ description: '一期中的一处变化 · One change of a vintage' })
export class DivisionChange {
  @Field({ description: '代码 · Code' })
  code: string;

  @Field(() => DivisionChangeKind, { description: '变化 · What changed' })
  kind: DivisionChangeKind;

  @Field(() => String, { nullable: true, description: '原名称 · Name before' })
  formerName: string | null;

  @Field(() => String, { nullable: true, description: '新名称 · Name since' })
  name: string | null;

  @Field(() => String, { nullable: true, description: '前身代码 · Code before' })
  predecessorCode: string | null;
}
