// A release (解除) of a light, asked for by the lit region, and the consequences that were carried out before it.
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';

export enum ReleaseOutcome {
  granted = 'granted',
  refused = 'refused',
}
registerEnumType(ReleaseOutcome, {
  name: 'ReleaseOutcome',
  description: '解除结果 · Outcome of a request for release',
  valuesConfig: {
    granted: { description: '准予解除 · Granted' },
    refused: { description: '不予解除 · Refused' },
  },
});

@ObjectType({ description: '亮灯解除 · A request to release a light' })
@Entity('light_release')
export class LightRelease {
  @Field(() => ID, { description: '解除标识 · Id of the request' })
  @IdColumn()
  id: string;

  @RefColumn()
  lightId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '整改情况 · What was done about it' })
  @TextColumn()
  measures: string;

  @RefColumn()
  askedBy: string;

  @Field(() => Date, { description: '申请时间 · Asked at' })
  @InstantColumn()
  askedAt: Date;

  @RefColumn(true)
  decidedBy: string | null;

  @Field(() => Date, { nullable: true, description: '决定时间 · Decided at' })
  @InstantColumn(true)
  decidedAt: Date | null;

  @Field(() => ReleaseOutcome, { nullable: true, description: '结果 · Outcome, null while open' })
  @TextColumn(true)
  outcome: ReleaseOutcome | null;

  @Field(() => String, { nullable: true, description: '意见 · Remark' })
  @TextColumn(true)
  remark: string | null;
}
