// What an inspector records of a visit.
import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDay } from '#platform/graph/scalars';
import { InspectionKind } from './inspection.entity';

@InputType({ description: '督查记录 · The record of an inspection' })
export class RecordInspectionInput {
  @Field(() => ID, { description: '地区标识 · Id of the region' })
  regionId: string;

  @Field(() => ID, {
    nullable: true,
    description: '督导标识：属于某次督导的记录 · Id of the supervision that it is a record of',
  })
  supervisionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '成员单位标识：督导的是成员单位时 · Id of the member unit, where that is inspected',
  })
  unitId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: '抽样标识：抽中的村的暗访 · Id of the draw, where the village was drawn',
  })
  drawId?: string | null;

  @Field(() => InspectionKind, { description: '方式 · Kind' })
  kind: InspectionKind;

  @Field(() => CalendarDay, { description: '走访日期 · Day of the visit' })
  visitedOn: string;

  @Field({ description: '发现的问题 · Findings' })
  @MinLength(1, { message: '请填写发现的问题 · findings are needed' })
  @MaxLength(5000, { message: '至多 5000 字 · at most 5000 characters' })
  findings: string;
}
