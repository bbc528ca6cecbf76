// A site of a tour (观摩点位): a village or a project in it, in the order of the itinerary.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '观摩点位 · A site of a tour' })
@Entity('tour_site')
export class TourSite {
  @Field(() => ID, { description: '点位标识 · Id of the site' })
  @IdColumn()
  id: string;

  @RefColumn()
  tourId: string;

  @Field(() => Int, { description: '行程次序 · Place in the itinerary' })
  @WholeColumn()
  place: number;

  @Field(() => CalendarDay, { description: '观摩日期 · Day' })
  @DayColumn()
  visitedOn: string;

  @Field({ description: '点位名称：村或项目 · What is shown: a village or a project' })
  @TextColumn()
  title: string;

  @RefColumn()
  regionId: string;

  @RefColumn()
  subjectId: string;
}
