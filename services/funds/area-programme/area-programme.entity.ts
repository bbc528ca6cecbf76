// An area programme (偏远山区综合开发方案): the villages it is for, the years it takes, what it is to reach and for how much.
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
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

@Directive('@key(fields: "id")')
@ObjectType({ description: '偏远山区综合开发方案 · An area programme' })
@Entity('area_programme')
export class AreaProgramme {
  @Field(() => ID, { description: '方案标识 · Id of the programme' })
  @IdColumn()
  id: string;

  @Field({ description: '名称 · Name' })
  @TextColumn()
  name: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '起始年度 · First year' })
  @WholeColumn()
  fromYear: number;

  @Field(() => Int, { description: '终止年度 · Last year' })
  @WholeColumn()
  toYear: number;

  @Field({ description: '目标 · Goals' })
  @TextColumn()
  goals: string;

  @Field(() => Money, { description: '规划投资 · Planned' })
  @FenColumn()
  planned: bigint;

  @Field(() => String, { nullable: true, description: '批准文号 · Number of the approval' })
  @TextColumn(true)
  documentNumber: string | null;

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
