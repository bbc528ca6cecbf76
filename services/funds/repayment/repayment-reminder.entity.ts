// A reminder of a repayment that is overdue (催还记录): by the hospital or the patient's town, of what was overdue on that day.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  DayColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  PathColumn,
  RefColumn,
  TextColumn,
} from '#platform/database/columns';
import { CalendarDay, Money } from '#platform/graph/scalars';

@ObjectType({ description: '催还记录 · A reminder of what is overdue' })
@Entity('repayment_reminder')
export class RepaymentReminder {
  @Field(() => ID, { description: '记录标识 · Id' })
  @IdColumn()
  id: string;

  @RefColumn()
  agreementId: string;

  @RefColumn()
  hospitalId: string;

  @PathColumn()
  path: string;

  @Field({ description: '由医院（否则由乡镇）· By the hospital; else by the town' })
  @FlagColumn()
  byHospital: boolean;

  @Field(() => Money, { description: '当日逾期金额 · What was overdue on that day' })
  @FenColumn()
  overdue: bigint;

  @Field({ description: '联系情况 · What was said' })
  @TextColumn()
  remark: string;

  @RefColumn()
  remindedBy: string;

  @Field(() => CalendarDay, { description: '日期 · Day' })
  @DayColumn()
  remindedOn: string;
}
