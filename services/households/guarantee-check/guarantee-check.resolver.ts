// What the graph answers about guarantee checks: the form of a household, the verdict with its reasons, and what would have to change.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { guaranteePackOf } from './find-guarantee-pack';
import {
  GuaranteeAnswer,
  GuaranteeChange,
  GuaranteeCheck,
  GuaranteeProblem,
  GuaranteeQuestion,
} from './guarantee-check.entity';
import { GuaranteeCheckInput } from './guarantee-check.input';
import { checksOfHousehold, guaranteeCheckById } from './guarantee-check.loader';
import { answersInWords, changesInWords, problemsInWords, titleOf } from './guarantee-words.rules';
import { listGuaranteeQuestions } from './list-guarantee-questions';
import { recordGuaranteeCheck } from './record-guarantee-check';

@Resolver(() => GuaranteeCheck)
export class GuaranteeCheckResolver {
  @Query(() => [GuaranteeQuestion], {
    nullable: true,
    description:
      '该户核查须问的各项；档案已知的不再询问 · The questions of a check of this household; what the register knows is not asked',
  })
  guaranteeQuestions(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Ctx() context: Context,
  ) {
    return listGuaranteeQuestions(context, householdId);
  }

  @Mutation(() => GuaranteeCheck, {
    nullable: true,
    description: '登记两不愁三保障核查，即得结论 · Records a guarantee check, answered with its verdict',
  })
  async recordGuaranteeCheck(
    @Arg('input', () => GuaranteeCheckInput, { description: '核查内容 · What was found' }) input: GuaranteeCheckInput,
    @Ctx() context: Context,
  ) {
    return guaranteeCheckById.load(context, await recordGuaranteeCheck(context, input));
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: GuaranteeCheck, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => String, { nullable: true, description: '结论 · The verdict' })
  async verdictTitle(@Root() { verdict, packHash }: GuaranteeCheck, @Ctx() context: Context) {
    return titleOf((await guaranteePackOf.load(context, packHash))?.verdicts ?? [], verdict);
  }

  @FieldResolver(() => [GuaranteeAnswer], {
    nullable: true,
    description: '各项回答；规则包已不存则为空 · All answers; null where its pack no longer ships',
  })
  async answers(@Root() check: GuaranteeCheck, @Ctx() context: Context) {
    const pack = await guaranteePackOf.load(context, check.packHash);
    return pack ? answersInWords(pack, check) : null;
  }

  @FieldResolver(() => [GuaranteeProblem], { nullable: true, description: '问题及依据 · The problems, and why' })
  async problems(@Root() check: GuaranteeCheck, @Ctx() context: Context) {
    const pack = await guaranteePackOf.load(context, check.packHash);
    return pack ? problemsInWords(pack, check.problems, check) : null;
  }

  @FieldResolver(() => [GuaranteeChange], {
    nullable: true,
    description:
      '最少须改变哪些事实，各问题方可消除 · The fewest facts that would have to change for each problem to end',
  })
  async changes(@Root() { changes, packHash }: GuaranteeCheck, @Ctx() context: Context) {
    const pack = await guaranteePackOf.load(context, packHash);
    return pack ? changesInWords(pack, changes) : null;
  }

  @FieldResolver(() => Person, { nullable: true, description: '核查人 · Who checked' })
  checkedBy(@Root() { checkedBy }: GuaranteeCheck) {
    return personOf(checkedBy);
  }
}

@Resolver(() => Household)
export class HouseholdGuaranteesResolver {
  @FieldResolver(() => [GuaranteeCheck], {
    nullable: true,
    description: '两不愁三保障核查，新者在前，至多 50 次 · Guarantee checks, newest first, at most 50',
  })
  guaranteeChecks(@Root() { id }: Household, @Ctx() context: Context) {
    return checksOfHousehold.load(context, id);
  }
}
