// A regrouping (分户、并户): from which household into which, when, why, and whether it was undone.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { Mover } from './regrouping.rules';

@ObjectType({ description: '分户、并户 · A split or a merge of households' })
@Entity('regrouping')
export class Regrouping {
  @Field(() => ID, { description: '记录标识 · Id of the regrouping' })
  @IdColumn()
  id: string;

  @Field(() => String, { description: '类别：split 分户、merge 并户 · Kind' })
  @TextColumn()
  kind: 'split' | 'merge';

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  intoId: string;

  @Field(() => CalendarDay, { description: '发生日期 · On which day' })
  @DayColumn()
  happenedOn: string;

  @Field({ description: '理由 · Reason' })
  @TextColumn()
  reason: string;

  @Field({ description: '依据文号 · Document' })
  @TextColumn()
  documentNumber: string;

  @JsonColumn()
  moved: Mover[];

  @TextColumn()
  stateBefore: string;

  @WholeColumn()
  stateYear: number;

  @RefColumn()
  doneBy: string;

  @Field(() => Date, { description: '登记时刻 · When it was registered' })
  @InstantColumn()
  doneAt: Date;

  @RefColumn(true)
  undoneBy: string | null;

  @Field(() => Date, { nullable: true, description: '撤销时刻 · When it was undone' })
  @InstantColumn(true)
  undoneAt: Date | null;

  @Field(() => String, { nullable: true, description: '撤销理由 · Why it was undone' })
  @TextColumn(true)
  undoReason: string | null;
}
