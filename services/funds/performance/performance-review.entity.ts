// A review of a project's performance (绩效评价): what it reached, what it scored item by item, its band, and the three who said so.
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PathColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '#platform/database/columns';
import { ProjectTarget } from '../project/project-target.entity';
import type { Deduction, ScoredItem } from './performance-pack.rules';

@Directive('@key(fields: "id")')
@ObjectType({ description: '绩效评价 · A review of performance' })
@Entity('performance_review')
export class PerformanceReview {
  @Field(() => ID, { description: '评价标识 · Id of the review' })
  @IdColumn()
  id: string;

  @RefColumn()
  projectId: string;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field(() => Int, { description: '年度 · Year' })
  @WholeColumn()
  year: number;

  @RefColumn()
  packId: string;

  @Field({ description: '规则包内容散列 · Hash of the pack' })
  @TextColumn()
  packHash: string;

  @JsonColumn()
  actuals: Record<string, number>;

  @Field({ description: '自评 · Self-evaluation' })
  @TextColumn()
  selfWords: string;

  @RefColumn()
  selfBy: string;

  @Field(() => Date, { description: '自评时间 · Told at' })
  @InstantColumn()
  selfAt: Date;

  @JsonColumn(true)
  items: ScoredItem[] | null;

  @JsonColumn(true)
  deductions: Deduction[] | null;

  @Field(() => Int, {
    nullable: true,
    description: '得分（各项得分减扣分，不低于零）· Score: its items less what was deducted, and not below nothing',
  })
  @WholeColumn(true)
  score: number | null;

  @Field(() => String, { nullable: true, description: '档次（excellent 优、good 良、fair 中、poor 差）· Band' })
  @TextColumn(true)
  band: string | null;

  @Field(() => String, { nullable: true, description: '评价意见 · Opinion' })
  @TextColumn(true)
  opinion: string | null;

  @RefColumn(true)
  evaluatedBy: string | null;

  @Field(() => Date, { nullable: true, description: '评价时间 · Evaluated at' })
  @InstantColumn(true)
  evaluatedAt: Date | null;

  @RefColumn(true)
  confirmedBy: string | null;

  @Field(() => Date, { nullable: true, description: '复核时间 · Confirmed at' })
  @InstantColumn(true)
  confirmedAt: Date | null;
}

@ObjectType({ description: '评价的一项 · An item of a review' })
export class PerformanceItem {
  @Field({ description: '项（规则包中的代码）· Code' })
  code: string;

  @Field(() => Int, { description: '得分 · Points' })
  points: number;

  @Field(() => Int, { description: '满分 · Of how many' })
  of: number;
}

@ObjectType({ description: '违规扣分 · What a violation cost' })
export class PerformanceDeduction {
  @Field({ description: '扣分项（规则包中的代码）· Code' })
  code: string;

  @Field(() => Int, { description: '扣分 · Points taken' })
  points: number;

  @Field({ description: '事实 · What was found' })
  words: string;
}

@ObjectType({ description: '指标完成情况 · What was reached of a target' })
export class TargetReached {
  @Field(() => ProjectTarget, { description: '指标 · The target' })
  target: ProjectTarget;

  @Field(() => Float, { description: '实际值 · Actual value' })
  actual: number;
}
