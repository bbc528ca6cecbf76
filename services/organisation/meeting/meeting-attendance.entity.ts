// Who attended (出席) a meeting: a unit, perhaps with a name; present, absent, or invited and not yet marked.
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { IdColumn, PathColumn, RefColumn } from '#platform/database/columns';

@ObjectType({ description: '出席情况 · Attendance of a unit' })
@Entity('meeting_attendance')
export class MeetingAttendance {
  @IdColumn()
  id: string;

  @RefColumn()
  meetingId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  unitId: string;

  @RefColumn()
  attendeeRegionId: string;

  @PathColumn()
  attendeePath: string;

  @RefColumn(true)
  personId: string | null;

  @Field(() => Boolean, { nullable: true, description: '是否到会；空为尚未登记 · Present; null while not marked' })
  @Column({ type: 'boolean', nullable: true })
  present: boolean | null;
}
