// An appointment (任职): one person, one post, at one level and place, by one document, for a period of days.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';
import type { Level, Post } from '#platform/vocabulary/caller';
import { RegionKindEnum } from '../region/region-kind.rules';

@ObjectType({
  description:
    '任职：某人按某文件在某级某地担任某职务 · An appointment: who holds which post, where, by which document',
})
@Entity('appointment')
export class Appointment {
  @Field(() => ID, { description: '任职标识 · Id of the appointment' })
  @IdColumn()
  id: string;

  @RefColumn()
  personId: string;

  @Field(() => String, { description: '职务代码，见字典 post · Code of the post, see the dictionary post' })
  @TextColumn()
  post: Post;

  @Field(() => RegionKindEnum, { nullable: true, description: '层级 · Level of office' })
  @TextColumn(true)
  level: Level | null;

  @RefColumn(true)
  regionId: string | null;

  @PathColumn(true)
  path: string | null;

  @RefColumn(true)
  unitId: string | null;

  @Field({ description: '任职文件号 · Number of the document of appointment' })
  @TextColumn()
  documentNumber: string;

  @Field(() => CalendarDay, { description: '自何日起 · Holds from this day' })
  @DayColumn()
  validFrom: string;

  @Field(() => CalendarDay, { nullable: true, description: '至何日止（不含）· Holds until this day, exclusive' })
  @DayColumn(true)
  validTo: string | null;

  @RefColumn(true)
  grantedBy: string | null;

  @Field(() => Date, { description: '授予时间 · When it was granted' })
  @InstantColumn()
  grantedAt: Date;

  @RefColumn(true)
  endedBy: string | null;

  @Field(() => String, { nullable: true, description: '终止原因 · Why it was ended' })
  @TextColumn(true)
  endReason: string | null;
}
