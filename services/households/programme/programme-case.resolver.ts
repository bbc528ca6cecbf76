// What the graph answers about cases of programmes, and the verbs that are the same for all of them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Household } from '../household/household.entity';
import { listCases } from './list-cases';
import { openCase } from './open-case';
import { ProgrammeCase } from './programme-case.entity';
import { OpenCaseInput, ProgrammeCasesArgs, TakeStepInput } from './programme-case.input';
import { caseById, casesOfHousehold } from './programme-case.loader';
import { takeStep } from './take-step';

const ProgrammeCaseConnection = connectionOf(ProgrammeCase, 'ProgrammeCase', '专项事项', 'cases of programmes');

@Resolver(() => ProgrammeCase)
export class ProgrammeCaseResolver {
  @Query(() => ProgrammeCase, { nullable: true, description: '按标识查专项事项 · A case by its id' })
  programmeCase(
    @Arg('id', () => ID, { description: '事项标识 · Id of the case' }) id: string,
    @Ctx() context: Context,
  ) {
    return caseById.load(context, id);
  }

  @Query(() => ProgrammeCaseConnection, {
    nullable: true,
    description: '专项事项，按地区次序 · Cases of programmes, in the order of places',
  })
  async programmeCases(
    @Args(() => ProgrammeCasesArgs) args: ProgrammeCasesArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ProgrammeCase>> {
    return connect(await listCases(context, args), placedCursor);
  }

  @Mutation(() => ProgrammeCase, { nullable: true, description: '开立专项事项 · Opens a case of a programme' })
  async openProgrammeCase(
    @Arg('input', () => OpenCaseInput, { description: '内容 · What is told' }) input: OpenCaseInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    const id = await openCase(context, input, idempotencyKey);
    context.loaders.clear();
    return caseById.load(context, id);
  }

  @Mutation(() => ProgrammeCase, {
    nullable: true,
    description: '办理专项事项的一个环节，各专项通用 · Takes a case a step on, whichever programme it is of',
  })
  async takeProgrammeStep(
    @Arg('input', () => TakeStepInput, { description: '内容 · What is told' }) input: TakeStepInput,
    @Ctx() context: Context,
  ) {
    const id = await takeStep(context, input);
    context.loaders.clear();
    return caseById.load(context, id);
  }
}

@Resolver(() => Household)
export class HouseholdProgrammesResolver {
  @FieldResolver(() => [ProgrammeCase], {
    nullable: true,
    description: '该户的专项事项，新者在前 · Cases of programmes of the household, newest first',
  })
  @Classified('personal')
  programmeCases(@Root() { id }: Household, @Ctx() context: Context) {
    return casesOfHousehold.load(context, id);
  }
}
