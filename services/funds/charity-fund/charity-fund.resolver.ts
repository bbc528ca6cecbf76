// What the graph answers about charity funds, and who founds them, step by step.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { CharityFund } from './charity-fund.entity';
import { FoundCharityFundInput, FoundingStepInput } from './charity-fund.input';
import {
  charityFundById,
  charityFundsByPlace,
  councilOfFund,
  councilOfStep,
  foundingStepById,
  stepsOfFund,
} from './charity-fund.loader';
import { decideFoundingStep } from './decide-founding-step';
import { foundCharityFund } from './found-charity-fund';
import { CouncilMember, FoundingOutcome, FoundingStep } from './founding-step.entity';
import { recordFoundingStep } from './record-founding-step';

const stepIs = { description: '步骤标识 · Id of the step' };

@Resolver(() => CharityFund)
export class CharityFundResolver {
  @Query(() => CharityFund, { nullable: true, description: '按标识查扶贫基金 · A charity fund by its id' })
  charityFund(@Arg('id', () => ID, { description: '基金标识 · Id of the fund' }) id: string, @Ctx() context: Context) {
    return isId(id) ? charityFundById.load(context, id) : null;
  }

  @Query(() => [CharityFund], { nullable: true, description: '范围内的扶贫基金 · Charity funds in scope' })
  charityFunds(@Ctx() context: Context) {
    return charityFundsByPlace.load(context, 'all');
  }

  @Mutation(() => CharityFund, {
    nullable: true,
    description: '发起设立扶贫基金，此后为筹备中 · Begins the founding of a fund, which is then in preparation',
  })
  async foundCharityFund(
    @Arg('input', () => FoundCharityFundInput, { description: '内容 · What it is' }) input: FoundCharityFundInput,
    @Ctx() context: Context,
  ) {
    return charityFundById.load(context, await foundCharityFund(context, input));
  }

  @FieldResolver(() => Region, { nullable: true, description: '所在地区 · Its region' })
  region(@Root() { regionId }: CharityFund) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '建档人 · Who entered it' })
  foundedBy(@Root() { foundedBy }: CharityFund) {
    return personOf(foundedBy);
  }

  @FieldResolver(() => [FoundingStep], {
    nullable: true,
    description: '设立步骤，按日期 · Steps of its founding, by day',
  })
  steps(@Root() { id }: CharityFund, @Ctx() context: Context) {
    return stepsOfFund.load(context, id);
  }

  @FieldResolver(() => [CouncilMember], { nullable: true, description: '在任理事 · The council in office' })
  council(@Root() { id }: CharityFund, @Ctx() context: Context) {
    return councilOfFund.load(context, id);
  }
}

@Resolver(() => FoundingStep)
export class FoundingStepResolver {
  @Mutation(() => FoundingStep, {
    nullable: true,
    description:
      '登记设立步骤，依次办理，由另一人确认 · Records a step of a founding, in its order; another confirms it',
  })
  async recordFoundingStep(
    @Arg('input', () => FoundingStepInput, { description: '内容 · The step' }) input: FoundingStepInput,
    @Ctx() context: Context,
  ) {
    return foundingStepById.load(context, await recordFoundingStep(context, input));
  }

  @Mutation(() => FoundingStep, {
    nullable: true,
    description: '确认设立步骤（须为登记人之外的人）· Confirms a step; not by whoever recorded it',
  })
  async confirmFoundingStep(@Arg('id', () => ID, stepIs) id: string, @Ctx() context: Context) {
    return foundingStepById.load(context, await decideFoundingStep(context, id, FoundingOutcome.confirmed, null));
  }

  @Mutation(() => FoundingStep, {
    nullable: true,
    description: '退回设立步骤 · Returns a step, which is then recorded anew',
  })
  async returnFoundingStep(
    @Arg('id', () => ID, stepIs) id: string,
    @Arg('reason', { description: '原因 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    return foundingStepById.load(context, await decideFoundingStep(context, id, FoundingOutcome.returned, reason));
  }

  @FieldResolver(() => CharityFund, { nullable: true, description: '所属基金 · Its fund' })
  fund(@Root() { fundId }: FoundingStep, @Ctx() context: Context) {
    return charityFundById.load(context, fundId);
  }

  @FieldResolver(() => [CouncilMember], {
    nullable: true,
    description: '此步骤选出的理事会 · The council that it elected',
  })
  council(@Root() { id }: FoundingStep, @Ctx() context: Context) {
    return councilOfStep.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '登记人 · Who recorded it' })
  recordedBy(@Root() { recordedBy }: FoundingStep) {
    return personOf(recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认或退回的人 · Who confirmed or returned it' })
  confirmedBy(@Root() { confirmedBy }: FoundingStep) {
    return personOf(confirmedBy);
  }
}
