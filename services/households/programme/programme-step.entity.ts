// A step of a case (办理环节): who took it under which post, on which document, with which facts; appended, never changed.
import { Field, Int, ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  TextsColumn,
} from '#platform/database/columns';
import type { FactValue } from '../eligibility/condition.rules';

@ObjectType({ description: '专项事项的一个环节 · A step of a case' })
@Entity('programme_step')
export class ProgrammeStep {
  @PrimaryColumn({ type: 'uuid' })
  caseId: string;

  @Field(() => Int, { description: '第几环节 · Which step, counted from 1' })
  @PrimaryColumn({ type: 'int' })
  ordinal: number;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '环节（代码）· The step, a code' })
  @TextColumn()
  code: string;

  @Field({ description: '原状态（代码）· From which state' })
  @TextColumn()
  fromState: string;

  @Field({ description: '新状态（代码）· To which state' })
  @TextColumn()
  toState: string;

  @TextColumn(true)
  hand: 'makes' | 'checks' | null;

  @JsonColumn()
  facts: Record<string, FactValue>;

  @Field(() => String, { nullable: true, description: '决定文号 · Number of the decision' })
  @TextColumn(true)
  documentNumber: string | null;

  @TextColumn(true)
  remark: string | null;

  @RefColumn()
  takenBy: string;

  @RefColumn(true)
  takenFor: string | null;

  @Field({ description: '以何职务办理 · Under which post' })
  @TextColumn()
  takenPost: string;

  @Field(() => Date, { description: '办理时刻 · When' })
  @InstantColumn()
  takenAt: Date;

  @FlagColumn()
  holds: boolean;

  @FlagColumn()
  payable: boolean;

  @TextsColumn()
  waitingPosts: string[];

  @FlagColumn()
  waitingCheck: boolean;

  @DayColumn(true)
  dueOn: string | null;

  @TextColumn(true)
  goods: 'deliver' | 'give-back' | null;
}
