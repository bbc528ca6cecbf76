// What the graph answers about the formula of a task, its scores, and the score of a whole checklist.
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Progress } from '../progress/progress.entity';
import { Checklist } from './checklist.entity';
import { patternOf, wordsOf } from './item-formula.rules';
import { listChecklists } from './list-checklists';
import { reachesUnit } from './reaches-unit';
import { Task } from './task.entity';
import { checklistById } from './task.loader';
import { ChecklistScore, TaskScore } from './task-score.entity';
import { listScoreOfRegion, listScoreOfUnit, scoreOfProgress, scoresOfTask } from './task-score.loader';

const yearIs = { description: '年度 · Year' };

@Resolver(() => TaskScore)
export class TaskScoreResolver {
  @Query(() => [Checklist], {
    nullable: true,
    description: '某年度考核清单的各版本 · The versions of the checklists of a year',
  })
  checklists(@Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    return listChecklists(context, year);
  }

  @FieldResolver(() => String, { description: '算式 · The sum that was done' })
  formula(@Root() { words }: TaskScore) {
    return `${words.zh} · ${words.en}`;
  }

  @FieldResolver(() => Checklist, { nullable: true, description: '所依清单版本 · The version that it was made under' })
  checklist(@Root() { checklistId }: TaskScore, @Ctx() context: Context) {
    return checklistId && checklistById.load(context, checklistId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed' })
  scoredBy(@Root() { scoredBy }: TaskScore) {
    return Person.of(scoredBy);
  }
}

@Resolver(() => Task)
export class TaskFormulaResolver {
  @FieldResolver(() => String, { description: '计分方式代码 · Code of the way of scoring' })
  pattern(@Root() { formula }: Task) {
    return patternOf(formula);
  }

  @FieldResolver(() => String, { description: '计分办法 · How it is scored' })
  scoring(@Root() { formula, weight }: Task) {
    return wordsOf(formula, weight);
  }

  @FieldResolver(() => [TaskScore], { nullable: true, description: '历次得分，旧者在前 · Its scores, oldest first' })
  scores(@Root() { id }: Task, @Ctx() context: Context) {
    return scoresOfTask.load(context, id);
  }
}

@Resolver(() => Progress)
export class ProgressScoreResolver {
  @FieldResolver(() => TaskScore, {
    nullable: true,
    description: '确认后的得分 · The score that its confirmation gave',
  })
  score(@Root() { id }: Progress, @Ctx() context: Context) {
    return scoreOfProgress.load(context, id);
  }
}

@Resolver(() => Unit)
export class UnitChecklistScoreResolver {
  @FieldResolver(() => ChecklistScore, {
    nullable: true,
    description: '该单位清单得分 · The score of the unit’s checklist',
  })
  async checklistScore(@Root() { id }: Unit, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    if (!(await reachesUnit(context, id))) throw commonRefusals.outOfScope();
    return { year, ...(await listScoreOfUnit.load(context, `${year} ${id}`)) };
  }
}

@Resolver(() => Region)
export class RegionChecklistScoreResolver {
  @FieldResolver(() => ChecklistScore, {
    nullable: true,
    description: '该地区自身清单得分 · The score of the region’s own checklist',
  })
  async checklistScore(@Root() { id }: Region, @Arg('year', () => Int, yearIs) year: number, @Ctx() context: Context) {
    if ((await context.inScope.pathWithin(id)) === null) throw commonRefusals.outOfScope();
    return { year, ...(await listScoreOfRegion.load(context, `${year} ${id}`)) };
  }
}
