// A step of a finding (办理记录): who took it from one state to the next, when, and with which words; steps are never changed.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import { FindingState } from './finding.entity';
import type { State } from './finding.rules';

@ObjectType({ description: '问题办理记录 · A step of a finding' })
@Entity('finding_step')
export class FindingStep {
  @Field(() => ID, { description: '记录标识 · Id of the step' })
  @IdColumn()
  id: string;

  @RefColumn()
  findingId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  leadUnit: string | null;

  @Field(() => Int, { description: '第几轮，反弹一次加一 · Round, one more for each relapse' })
  @WholeColumn()
  round: number;

  @Field(() => FindingState, { description: '原状态 · From' })
  @TextColumn()
  fromState: State;

  @Field(() => FindingState, { description: '新状态 · To' })
  @TextColumn()
  toState: State;

  @RefColumn()
  takenBy: string;

  @RefColumn(true)
  takenUnit: string | null;

  @Field(() => Date, { description: '时间 · At' })
  @InstantColumn()
  takenAt: Date;

  @Field(() => CalendarDay, { nullable: true, description: '当时的整改时限 · The due day at that time' })
  @DayColumn(true)
  dueOn: string | null;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @Field(() => String, { nullable: true, description: '文号 · Document number' })
  @TextColumn(true)
  documentNumber: string | null;
}
