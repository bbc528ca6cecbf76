// The score of a task (任务得分): what a confirmed report gives by the formula of its item, and the version of the checklist that it was made under.
import { Field, ID, Int, ObjectType } from 'type-graphql';
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
import type { BilingualText } from '#platform/vocabulary/refusal';
import type { ItemFormula } from './item-formula.rules';

@ObjectType({
  description: '任务得分，随确认而成，不再更改 · The score of a task, made with its confirmation and never changed',
})
@Entity('task_score')
export class TaskScore {
  @Field(() => ID, { description: '所确认的上报 · The report that was confirmed' })
  @IdColumn()
  progressId: string;

  @RefColumn()
  taskId: string;

  @RefColumn(true)
  unitId: string | null;

  @RefColumn()
  regionId: string;

  @PathColumn()
  path: string;

  @Field({ description: '季度，如 2018Q1 · Quarter, such as 2018Q1' })
  @TextColumn()
  quarter: string;

  @RefColumn(true)
  checklistId: string | null;

  @Field(() => String, {
    nullable: true,
    description: '所依清单版本的内容哈希 · Hash of the version of the checklist that it was made under',
  })
  @TextColumn(true)
  packHash: string | null;

  @JsonColumn()
  formula: ItemFormula;

  @Field(() => Int, { description: '分值 · Weight' })
  @WholeColumn()
  weight: number;

  @Field(() => Int, { description: '查实件数 · Complaints verified against it' })
  @WholeColumn()
  cases: number;

  @Field(() => String, { nullable: true, description: '实际数 · How many' })
  @TextColumn(true)
  numerator: string | null;

  @Field(() => String, { nullable: true, description: '应有数 · Of how many' })
  @TextColumn(true)
  denominator: string | null;

  @Field(() => String, {
    nullable: true,
    description: '得分比例，0 至 1；缺项为空 · Share of the weight, null when missing',
  })
  @TextColumn(true)
  share: string | null;

  @Field(() => String, { nullable: true, description: '得分；缺项为空 · Points, null when missing' })
  @TextColumn(true)
  points: string | null;

  @JsonColumn()
  words: BilingualText;

  @RefColumn()
  scoredBy: string;

  @Field(() => Date, { description: '计分时间 · Scored at' })
  @InstantColumn()
  scoredAt: Date;
}

@ObjectType({
  description: '清单得分，现行版本各任务 · The score of a checklist, over the tasks of the version in force',
})
export class ChecklistScore {
  @Field(() => Int, { description: '年度 · Year' })
  year: number;

  @Field(() => String, {
    nullable: true,
    description: '得分，满分 100；无可计分项为空 · Out of 100, null when there is nothing to score',
  })
  score: string | null;

  @Field({ description: '各任务得分之和 · Sum of the points' })
  points: string;

  @Field(() => Int, { description: '参与计分的分值（缺项除外）· Weight of what is not missing' })
  weight: number;

  @Field(() => Int, { description: '任务数 · Tasks' })
  tasks: number;

  @Field(() => Int, { description: '已计分 · Scored' })
  scored: number;

  @Field(() => Int, { description: '缺项，其分值分给其余 · Missing: their weight goes to the others' })
  missing: number;
}
