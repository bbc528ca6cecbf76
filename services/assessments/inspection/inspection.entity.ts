// An inspection (督查): a secret visit (暗访) that nobody but its inspector knows of before it is released.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { DayColumn, IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import { CalendarDay } from '#platform/graph/scalars';

export enum InspectionKind {
  secretVisit = 'secret-visit',
  specialInspection = 'special-inspection',
  supervision = 'supervision',
}
registerEnumType(InspectionKind, {
  name: 'InspectionKind',
  description: '督查方式 · Kind of an inspection',
  valuesConfig: {
    secretVisit: { description: '暗访 · Secret visit' },
    specialInspection: { description: '专项督查 · Special inspection' },
    supervision: { description: '督导（按督查方式）· Open supervision, by a procedure' },
  },
});

@ObjectType({ description: '督查 · An inspection' })
@Entity('inspection')
export class Inspection {
  @Field(() => ID, { description: '督查标识 · Id of the inspection' })
  @IdColumn()
  id: string;

  @RefColumn()
  issuerId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => InspectionKind, { description: '方式 · Kind' })
  @TextColumn()
  kind: InspectionKind;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  @DayColumn()
  visitedOn: string;

  @Field({ description: '发现的问题 · Findings' })
  @TextColumn()
  findings: string;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn(true)
  supervisionId: string | null;

  @RefColumn(true)
  drawId: string | null;

  /** of a mutual check: who checks whom */
  @RefColumn(true)
  assignmentId: string | null;

  @InstantColumn()
  recordedAt: Date;

  @Field(() => Date, { nullable: true, description: '公布时间；空为未公布 · Released at, null before' })
  @InstantColumn(true)
  releasedAt: Date | null;

  @Field(() => String, { nullable: true, description: '编号，公布时给定 · Number, given at release' })
  @TextColumn(true)
  number: string | null;
}
