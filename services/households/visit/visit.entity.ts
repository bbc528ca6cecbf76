// A visit (走访) of a helper or first secretary at a household: whom they met, what was said, what was done.
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
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
import { Classified } from '#platform/graph/classified';
import { CalendarDay } from '#platform/graph/scalars';

@ObjectType({ description: '走访地点（手机定位）· Where a visit took place, as the phone told it' })
export class VisitPlace {
  @Field(() => Float, { description: '纬度 · Latitude in degrees' })
  latitude: number;

  @Field(() => Float, { description: '经度 · Longitude in degrees' })
  longitude: number;

  @Field(() => Int, { description: '精度（米）· Accuracy in metres' })
  accuracy: number;
}

@ObjectType({ description: '走访记录 · A visit at a household' })
@Entity('visit')
export class Visit {
  @Field(() => ID, { description: '走访标识 · Id of the visit' })
  @IdColumn()
  id: string;

  @RefColumn()
  householdId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn()
  helperId: string;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  @DayColumn()
  visitedOn: string;

  @Field({ description: '见到何人 · Who was met' })
  @TextColumn()
  met: string;

  @Field({ description: '走访内容 · What was talked about' })
  @TextColumn()
  content: string;

  @Field({ description: '帮扶措施（代码）· Kind of measure, a code' })
  @TextColumn()
  measure: string;

  @Field(() => String, { nullable: true, description: '发现的问题 · The problem that was found' })
  @TextColumn(true)
  problem: string | null;

  @Field(() => Date, { nullable: true, description: '走访时刻（手机时钟）· The moment, by the phone’s clock' })
  @InstantColumn(true)
  visitedAt: Date | null;

  /** degrees in millionths */
  @WholeColumn(true)
  latitudeMicro: number | null;

  @WholeColumn(true)
  longitudeMicro: number | null;

  @WholeColumn(true)
  accuracyMetres: number | null;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '登记时刻 · When it was recorded' })
  @InstantColumn()
  recordedAt: Date;

  @Field(() => VisitPlace, { nullable: true, description: '走访地点 · Where it took place' })
  @Classified('personal')
  get place(): VisitPlace | null {
    const { latitudeMicro, longitudeMicro, accuracyMetres } = this;
    if (latitudeMicro === null || longitudeMicro === null || accuracyMetres === null) return null;
    return { latitude: latitudeMicro / 1e6, longitude: longitudeMicro / 1e6, accuracy: accuracyMetres };
  }
}
