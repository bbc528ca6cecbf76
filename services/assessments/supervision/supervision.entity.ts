// A supervision (督导): an open inspection that follows one of the ten procedures, announced when it is planned.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { ProcedureForm, ProcedureSet } from '../procedure/procedure.entity';

@ObjectType({
  description: '督导：按督查方式进行的公开督查 · A supervision: an open inspection by one of the ten procedures',
})
@Entity('supervision')
export class Supervision {
  @Field(() => ID, { description: '督导标识 · Id of the supervision' })
  @IdColumn()
  id: string;

  @RefColumn()
  issuerId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field(() => ProcedureSet, { description: '所属组 · Set' })
  @TextColumn()
  peerSet: ProcedureSet;

  @Field(() => ProcedureForm, { description: '方式 · Form' })
  @TextColumn()
  form: ProcedureForm;

  @Field({ description: '督查方式规则包 · Name of the procedure pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @Field({ description: '主题 · Topic' })
  @TextColumn()
  topic: string;

  @Field(() => CalendarDay, { description: '开始日期 · First day' })
  @DayColumn()
  startsOn: string;

  @Field(() => CalendarDay, { description: '结束日期 · Last day' })
  @DayColumn()
  endsOn: string;

  @Field(() => Date, { description: '拟定时间 · Planned at' })
  @InstantColumn()
  plannedAt: Date;

  @Field(() => Date, { nullable: true, description: '开展时间 · Carried out at' })
  @InstantColumn(true)
  carriedOutAt: Date | null;

  @Field(() => Date, { nullable: true, description: '记录完成时间 · Records closed at' })
  @InstantColumn(true)
  recordedAt: Date | null;

  @Field(() => Date, { nullable: true, description: '公布时间 · Released at' })
  @InstantColumn(true)
  releasedAt: Date | null;

  @RefColumn(true)
  outputId: string | null;

  @Field(() => String, { nullable: true, description: '编号，公布时给定 · Number, given at release' })
  @TextColumn(true)
  number: string | null;
}
