// A step of a project (项目办理记录): who took it under which post, on which day and document, with what was told; appended, never changed.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { FactsTold } from './project-facts.rules';

@ObjectType({ description: '项目办理记录 · A step of a project' })
@Entity('project_step')
export class ProjectStep {
  @Field(() => ID, { description: '记录标识 · Id of the step' })
  @IdColumn()
  id: string;

  @RefColumn()
  projectId: string;

  @Field(() => Int, { description: '第几环节 · Which step, counted from 1' })
  @WholeColumn()
  ordinal: number;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '环节（代码）· The step, a code' })
  @TextColumn()
  code: string;

  @Field({ description: '原状态 · From which state' })
  @TextColumn()
  fromState: string;

  @Field({ description: '新状态 · To which state' })
  @TextColumn()
  toState: string;

  @TextColumn(true)
  hand: 'makes' | 'checks' | null;

  @TextColumn(true)
  change: 'ask' | 'adopt' | 'drop' | null;

  @FlagColumn()
  renews: boolean;

  @FlagColumn()
  approvesBudget: boolean;

  @Field(() => String, {
    nullable: true,
    description: '公示于何级（village、town、district）· Level on whose boards it was posted',
  })
  @TextColumn(true)
  postsAt: 'village' | 'town' | 'district' | null;

  @FlagColumn()
  cleared: boolean;

  @FlagColumn()
  announced: boolean;

  @RefColumn(true)
  namesSector: string | null;

  @FlagColumn()
  inLibrary: boolean;

  @FlagColumn()
  spendable: boolean;

  @JsonColumn()
  facts: FactsTold;

  @Field(() => CalendarDay, { description: '办理日期 · Day' })
  @DayColumn()
  day: string;

  @Field(() => String, { nullable: true, description: '文号 · Document number' })
  @TextColumn(true)
  documentNumber: string | null;

  @Field(() => String, { nullable: true, description: '说明 · Remark' })
  @TextColumn(true)
  remark: string | null;

  @RefColumn()
  takenBy: string;

  @RefColumn(true)
  takenFor: string | null;

  @Field({ description: '以何职务办理 · Under which post' })
  @TextColumn()
  takenPost: string;

  @RefColumn(true)
  takenUnit: string | null;

  @Field(() => Date, { description: '登记时间 · Recorded at' })
  @InstantColumn()
  takenAt: Date;

  @TextsColumn()
  waitingPosts: string[];

  @FlagColumn()
  waitingCheck: boolean;

  @DayColumn(true)
  dueOn: string | null;
}
