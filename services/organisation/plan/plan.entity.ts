// A plan (年度计划) of a region or a unit for a year: one version, by a document, in force from its approval until the next version's.
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, PathColumn, RefColumn, TextColumn, WholeColumn } from '#platform/database/columns';

@ObjectType({
  description:
    '年度计划（一个版本）；经另一人批准生效，只以新版本修订 · A plan for a year, one version; in force once another person approved it, amended only by a new version',
})
@Entity('plan')
export class Plan {
  @Field(() => ID, { description: '计划标识 · Id of the plan' })
  @IdColumn()
  id: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @RefColumn(true)
  unitId: string | null;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @Field(() => Int, { description: '版本 · Version' })
  @WholeColumn()
  version: number;

  @Field({ description: '标题 · Title' })
  @TextColumn()
  title: string;

  @Field({ description: '文号 · Document number' })
  @TextColumn()
  documentNumber: string;

  @RefColumn()
  madeBy: string;

  @Field(() => Date, { description: '拟定时间 · Made at' })
  @InstantColumn()
  madeAt: Date;

  @RefColumn(true)
  approvedBy: string | null;

  @Field(() => Date, { nullable: true, description: '批准时间；空为待批准 · Approved at, null while it waits' })
  @InstantColumn(true)
  approvedAt: Date | null;

  @RefColumn(true)
  withdrawnBy: string | null;

  @Field(() => Date, { nullable: true, description: '撤回时间 · Withdrawn at' })
  @InstantColumn(true)
  withdrawnAt: Date | null;
}
