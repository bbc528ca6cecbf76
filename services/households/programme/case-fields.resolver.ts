// What belongs to a case: whose it is, its facts and conditions in words, its steps with their hands, and what can be done next.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Classified } from '#platform/graph/classified';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import { conditionsOfCase } from './case-conditions.loader';
import { CaseCondition, CaseFact, NextCaseStep } from './case-fact.entity';
import { showFacts } from './case-facts.rules';
import { ProgrammeCase } from './programme-case.entity';
import { evidenceOfCase, stepsOfCase } from './programme-case.loader';
import { caseGoesBy } from './programme-pack-on.loader';
import { ProgrammeStep } from './programme-step.entity';
import { nextStepsOf, titleOfState } from './show-case.rules';

@Resolver(() => ProgrammeCase)
export class CaseFieldsResolver {
  @FieldResolver(() => String, { description: '状态名称 · The state in words' })
  async stateTitle(@Root() row: ProgrammeCase, @Ctx() context: Context) {
    return titleOfState(await caseGoesBy(context, row), row.state);
  }

  @FieldResolver(() => Region, { nullable: true, description: '所在村（居）· The village' })
  region(@Root() { regionId }: ProgrammeCase) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: ProgrammeCase, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: '成员；整户办理的没有 · The member; none where it is the household’s',
  })
  member(@Root() { memberId }: ProgrammeCase, @Ctx() context: Context) {
    return memberId && memberById.load(context, memberId);
  }

  @FieldResolver(() => [CaseFact], { nullable: true, description: '事实 · Facts' })
  @Classified('personal')
  async facts(@Root() row: ProgrammeCase, @Ctx() context: Context) {
    return showFacts(await caseGoesBy(context, row), row.facts);
  }

  @FieldResolver(() => [CaseCondition], {
    nullable: true,
    description: '各项条件现是否成立 · The conditions one by one, as they hold now',
  })
  @Classified('personal')
  conditions(@Root() row: ProgrammeCase, @Ctx() context: Context) {
    return conditionsOfCase(context, row);
  }

  @FieldResolver(() => [ProgrammeStep], { nullable: true, description: '已办环节 · The steps taken' })
  history(@Root() { id }: ProgrammeCase, @Ctx() context: Context) {
    return stepsOfCase.load(context, id);
  }

  @FieldResolver(() => [NextCaseStep], {
    nullable: true,
    description: '可办理的下一环节 · What can be done next, and by whom',
  })
  async nextSteps(@Root() row: ProgrammeCase, @Ctx() context: Context) {
    const { caller } = context;
    return nextStepsOf(await caseGoesBy(context, row), row, { ...caller, personId: caller.personId ?? '' });
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '佐证材料 · Evidence' })
  evidence(@Root() { id }: ProgrammeCase, @Ctx() context: Context) {
    return evidenceOfCase.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '开立人 · Who opened it' })
  openedBy(@Root() row: ProgrammeCase) {
    return personOf(row.openedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '最近的经办人 · Who made what is checked' })
  maker(@Root() { makerId }: ProgrammeCase) {
    return makerId && personOf(makerId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '复核人 · Who checked it' })
  checker(@Root() { checkerId }: ProgrammeCase) {
    return checkerId && personOf(checkerId);
  }
}

@Resolver(() => ProgrammeStep)
export class StepFieldsResolver {
  @FieldResolver(() => Person, { nullable: true, description: '办理人 · Who took it' })
  takenBy(@Root() step: ProgrammeStep) {
    return personOf(step.takenBy);
  }

  @FieldResolver(() => String, { nullable: true, description: '说明 · Remark' })
  @Classified('personal')
  remark(@Root() step: ProgrammeStep) {
    return step.remark;
  }
}
