// One change of a fact of the register (变更记录): what it was and is, since when, when it became known, why, and by whom.
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
} from '#platform/database/columns';
import { connectionOf } from '#platform/graph/connection';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '建档信息变更记录 · A change of a fact of the register' })
@Entity('fact_change')
export class FactChange {
  @Field(() => ID, { description: '记录标识 · Id of the change' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  memberId: string | null;

  @Field({
    description:
      '因何变更：correct 更正，join 增加，leave 减少，head 户主变更，split 分户，merge 并户，undo 撤销 · The deed behind it',
  })
  @TextColumn()
  deed: string;

  @Field({ description: '事实的名称（同字段名）· Which fact, by the name of its field' })
  @TextColumn()
  field: string;

  @JsonColumn()
  before: unknown;

  @JsonColumn()
  after: unknown;

  @Field(() => CalendarDay, { description: '自何日起如此 · So since this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => Date, { description: '何时得知（登记时刻）· When it became known' })
  @InstantColumn()
  knownAt: Date;

  @Field({ description: '理由；人口增减为代码 · Reason; of joining and leaving a code' })
  @TextColumn()
  reason: string;

  @Field(() => String, { nullable: true, description: '依据文号 · Document' })
  @TextColumn(true)
  documentNumber: string | null;

  @RefColumn()
  changedBy: string;
}

export const FactChangeConnection = connectionOf(FactChange, 'FactChange', '变更记录', 'changes');
