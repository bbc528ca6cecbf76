// An adoption (推广) of a bright point by another region, with its plan, and what was seen of it since (跟踪).
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

export enum AdoptionState {
  spreading = 'spreading',
  established = 'established',
  abandoned = 'abandoned',
}
registerEnumType(AdoptionState, {
  name: 'AdoptionState',
  description: '推广进展 · How far an adoption has come',
  valuesConfig: {
    spreading: { description: '推广中 · Spreading' },
    established: { description: '已见效 · Established' },
    abandoned: { description: '已停止 · Abandoned' },
  },
});

@ObjectType('BrightPointAdoption', { description: '亮点的推广 · An adoption of a bright point by another region' })
@Entity('bright_point_adoption')
export class Adoption {
  @Field(() => ID, { description: '推广标识 · Id of the adoption' })
  @IdColumn()
  id: string;

  @RefColumn()
  pointId: string;

  @RefColumn()
  pointRegionId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => CalendarDay, { description: '采纳日期 · Adopted on' })
  @DayColumn()
  adoptedOn: string;

  @Field({ description: '推广计划 · Plan' })
  @TextColumn()
  plan: string;

  @RefColumn()
  adoptedBy: string;

  @InstantColumn()
  recordedAt: Date;
}

@ObjectType('BrightPointFollowUp', { description: '亮点推广跟踪 · What was seen of an adoption' })
@Entity('bright_point_follow_up')
export class FollowUp {
  @Field(() => ID, { description: '跟踪标识 · Id of the follow-up' })
  @IdColumn()
  id: string;

  @RefColumn()
  adoptionId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => AdoptionState, { description: '进展 · How far it has come' })
  @TextColumn()
  state: AdoptionState;

  @Field({ description: '情况 · What was seen' })
  @TextColumn()
  note: string;

  @RefColumn()
  recordedBy: string;

  @Field(() => Date, { description: '记录时间 · Recorded at' })
  @InstantColumn()
  recordedAt: Date;
}
