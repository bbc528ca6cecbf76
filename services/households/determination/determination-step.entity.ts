// A step of a determination (办理记录): who took it, when, and what it rests on; steps are never changed.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { Facts } from '#platform/graph/scalars';

@ObjectType({ description: '认定办理记录 · A step of a determination that was taken' })
@Entity('determination_step')
export class DeterminationStep {
  @IdColumn()
  id: string;

  @RefColumn()
  determinationId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '第几步，提出为 0 · Which step, 0 is the proposal' })
  @WholeColumn()
  at: number;

  @Field({ description: '步骤（代码）· Step, a code' })
  @TextColumn()
  step: string;

  @Field({ description: '办理（代码）· What was done, a code' })
  @TextColumn()
  deed: string;

  @Field(() => Facts, { description: '依据，如到会与赞成人数 · What it rests on, such as the votes' })
  @JsonColumn()
  facts: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: '意见 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => String, { nullable: true, description: '文号 · Document number' })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn()
  takenBy: string;

  @Field(() => Date, { description: '时间 · At' })
  @InstantColumn()
  takenAt: Date;
}

@ObjectType({ description: '认定程序的一步（规则包所定）· A step of a determination as its pack lays it down' })
export class DeterminationStepDue {
  @Field({ description: '步骤（代码）· Step, a code' })
  code: string;

  @Field({ description: '须办的事（代码）· What is to be done, a code' })
  does: string;

  @Field({ description: '名称 · Title' })
  title: string;

  @Field(() => [String], { description: '办理职务 · Posts that take it' })
  by: string[];

  @Field(() => Int, { nullable: true, description: '公示公告天数 · Days that a posting stands' })
  days: number | null;

  @Field({ description: '已办 · Whether it is done' })
  done: boolean;
}
