// A leading group (领导小组) of a city, district or functional zone: founded by a document, with an office that does its daily work.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '扶贫开发领导小组 · A leading group of poverty alleviation' })
@Entity('leading_group')
export class LeadingGroup {
  @Field(() => ID, { description: '领导小组标识 · Id of the leading group' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @Field({ description: '成立文件号 · Number of the document that founded it' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  officeUnitId: string;

  @Field(() => CalendarDay, { description: '成立日期 · Founded on' })
  @DayColumn()
  foundedOn: string;

  @Field(() => CalendarDay, { nullable: true, description: '撤销日期（不含）· Ended on, exclusive' })
  @DayColumn(true)
  endedOn: string | null;

  @RefColumn(true)
  foundedBy: string | null;
}
