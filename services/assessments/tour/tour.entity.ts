// An observation tour (观摩): the sites of a supervision of that form, marked by its participants, with a result that a second person seals.
import { Field, ID, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, PathColumn, RefColumn, TextColumn } from '#platform/database/columns';
import type { MarkingRule } from './tour.rules';

@ObjectType({ description: '观摩：参加者逐点打分 · An observation tour: its participants mark each site' })
@Entity('tour')
export class Tour {
  @Field(() => ID, { description: '观摩标识 · Id of the tour' })
  @IdColumn()
  id: string;

  @RefColumn()
  supervisionId: string;

  @RefColumn()
  issuerId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @Field({ description: '规则包名称 · Name of the pack' })
  @TextColumn()
  packName: string;

  @Field({ description: '规则包的哈希 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  /** as the pack said when the tour was planned */
  @JsonColumn()
  marking: MarkingRule;

  @Field(() => Date, { description: '安排时间 · Planned at' })
  @InstantColumn()
  plannedAt: Date;

  @RefColumn(true)
  compiledBy: string | null;

  @Field(() => Date, { nullable: true, description: '汇总时间；此后不再打分 · Compiled at; no marks after' })
  @InstantColumn(true)
  compiledAt: Date | null;

  @Field(() => String, { nullable: true, description: '分数与结果的哈希 · Hash of the marks and the result' })
  @TextColumn(true)
  contentHash: string | null;

  @RefColumn(true)
  sealedBy: string | null;

  @Field(() => Date, { nullable: true, description: '封存时间 · Sealed at' })
  @InstantColumn(true)
  sealedAt: Date | null;

  @RefColumn(true)
  shownBy: string | null;

  @Field(() => Date, { nullable: true, description: '公布时间 · Shown at' })
  @InstantColumn(true)
  shownAt: Date | null;
}
