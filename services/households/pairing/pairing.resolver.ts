// Pairing a household with a helper, and what pairing tells of a person.
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { CalendarDay, Facts } from '#platform/graph/scalars';
import { Person } from '../foreign/person';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import type { HouseholdsContext } from '../tools';
import { acceptHandOver } from './accept-hand-over';
import { endAbsence } from './end-absence';
import { HandOver } from './hand-over.entity';
import { handOverPairings } from './hand-over-pairings';
import { pairHelper } from './pair-helper';
import { AbsenceInput, HandOverInput, PairingsOnArgs } from './pairing.input';
import { handOverById, listStandIns, myPairedHouseholds, pairedCountOf, standInsOfAbsence } from './pairing.loader';
import { pairingsOn } from './pairings-on';
import { reportAbsence } from './report-absence';
import { StandIn } from './stand-in.entity';

const StandInConnection = connectionOf(StandIn, 'StandIn', '代管', 'stand-ins');

@Resolver(() => Person)
export class PairingResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: '现结对户数（限您范围内）· Households now paired with this person, of those in your own scope',
  })
  pairedHouseholds(@Root() { id }: Person, @Ctx() context: HouseholdsContext) {
    return pairedCountOf.load(context, id);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => [ID], {
    name: 'pairedHouseholds',
    nullable: true,
    description:
      '本人今日结对或代管的户（仅供网关）· Households that the person helps or stands in for today, for the gateway alone',
  })
  async myPairedHouseholds(@Ctx() { inScope, caller }: HouseholdsContext): Promise<string[]> {
    const rows = await inScope.read(({ query }) => query<{ id: string }>(myPairedHouseholds, [caller.personId]), 'own');
    return rows.map((row) => row.id);
  }

  @Directive('@inaccessible')
  @Classified('service')
  @Query(() => Facts, {
    nullable: true,
    description:
      '某人或某户当日的结对（仅供组织服务）· Pairings of a person or a household on a day, for the organisation service alone',
  })
  pairingsOn(@Args(() => PairingsOnArgs) args: PairingsOnArgs, @Ctx() context: HouseholdsContext) {
    return pairingsOn(context, args);
  }

  @Mutation(() => Household, {
    nullable: true,
    description:
      '为贫困户结对帮扶责任人，原结对止于前一日 · Pairs a household with a helper; the present pairing ends the day before',
  })
  async pairHelper(
    @Arg('householdId', () => ID, { description: '贫困户 · The household' }) householdId: string,
    @Arg('helperId', () => ID, { description: '帮扶责任人 · The helper' }) helperId: string,
    @Arg('from', () => CalendarDay, { description: '自何日起 · From this day on' }) from: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await pairHelper(context, householdId, helperId, from);
    context.loaders.clear();
    return householdById.load(context, id);
  }

  @Query(() => StandInConnection, {
    nullable: true,
    description: '现在和将来的代管，按地区次序 · Stand-ins of now and later, in the order of places',
  })
  async standIns(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<StandIn>> {
    return connect(await listStandIns(context, args), placedCursor);
  }

  @Mutation(() => [StandIn], {
    nullable: true,
    description:
      '报告帮扶责任人外出，其各户由他人代管，到期自行收回 · Reports that a helper is away: somebody stands in for each household, and it comes back by itself',
  })
  async reportAbsence(
    @Arg('input', () => AbsenceInput, { description: '外出内容 · What is told' }) input: AbsenceInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const absenceId = await reportAbsence(context, input);
    context.loaders.clear();
    return standInsOfAbsence.load(context, absenceId);
  }

  @Mutation(() => [StandIn], { nullable: true, description: '提前返岗，代管自今日止 · Ends an absence early, today' })
  async endAbsence(
    @Arg('absenceId', () => ID, { description: '外出标识 · Id of the absence' }) absenceId: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await endAbsence(context, absenceId);
    context.loaders.clear();
    return standInsOfAbsence.load(context, id);
  }

  @Mutation(() => [HandOver], {
    nullable: true,
    description:
      '移交帮扶：各户及其未办结事项交给接手人 · Hands households over to another helper, with what is open of each',
  })
  async handOverPairings(
    @Arg('input', () => HandOverInput, { description: '移交内容 · What is handed over' }) input: HandOverInput,
    @Ctx() context: HouseholdsContext,
  ) {
    const ids = await handOverPairings(context, input);
    context.loaders.clear();
    return Promise.all(ids.map((id) => handOverById.load(context, id)));
  }

  @Mutation(() => HandOver, { nullable: true, description: '接收移交 · Accepts a hand-over' })
  async acceptHandOver(
    @Arg('id', () => ID, { description: '移交标识 · Id of the hand-over' }) id: string,
    @Ctx() context: HouseholdsContext,
  ) {
    await acceptHandOver(context, id);
    context.loaders.clear();
    return handOverById.load(context, id);
  }
}
