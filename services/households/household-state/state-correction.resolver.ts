// How a state that was entered wrongly is corrected by two people.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { correctState, decideCorrection } from './correct-state';
import { StateCorrection } from './state-correction.entity';
import { stateCorrectionById } from './state-correction.loader';

const ID_IS = '更正标识 · Id of the correction';

@Resolver(() => StateCorrection)
export class StateCorrectionResolver {
  @Query(() => StateCorrection, { nullable: true, description: '按标识查状态更正 · A correction of a state by its id' })
  stateCorrection(@Arg('id', () => ID, { description: ID_IS }) id: string, @Ctx() context: Context) {
    return stateCorrectionById.load(context, id);
  }

  @Mutation(() => StateCorrection, {
    nullable: true,
    description:
      '提出状态更正（登记有误），由另一人批准 · Proposes to correct a state that was entered wrongly; another person approves',
  })
  async proposeStateCorrection(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('year', () => Int, { description: '年度 · Year' }) year: number,
    @Arg('state', { description: '应为状态（代码）· State it should be, a code' }) state: string,
    @Arg('documentNumber', { description: '原认定文号 · Document of the decision' }) documentNumber: string,
    @Arg('reason', { description: '更正理由 · Why' }) reason: string,
    @Ctx() context: Context,
  ) {
    const given = { householdId, year, state, documentNumber, reason };
    return stateCorrectionById.load(context, await correctState(context, given));
  }

  @Mutation(() => StateCorrection, {
    nullable: true,
    description: '批准状态更正（提出者以外的人）· Approves a correction, by another person',
  })
  async approveStateCorrection(@Arg('id', () => ID, { description: ID_IS }) id: string, @Ctx() context: Context) {
    return decided(context, id, 'approved', null);
  }

  @Mutation(() => StateCorrection, { nullable: true, description: '不同意状态更正 · Refuses a correction' })
  async refuseStateCorrection(
    @Arg('id', () => ID, { description: ID_IS }) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context,
  ) {
    return decided(context, id, 'refused', remark);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: StateCorrection, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who proposed it' })
  proposedBy(@Root() { proposedBy }: StateCorrection) {
    return personOf(proposedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() { decidedBy }: StateCorrection) {
    return decidedBy && personOf(decidedBy);
  }
}

async function decided(context: Context, id: string, outcome: 'approved' | 'refused', remark: string | null) {
  await decideCorrection(context, id, { outcome, remark });
  context.loaders.clear();
  return stateCorrectionById.load(context, id);
}
