// What the graph answers about exemptions of people stationed in villages, and how they are asked for and decided.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { listExemptions } from '#platform/graph/exempt-obligation';
import { ExemptionInput, ExemptionOutcome, ExemptionsArgs } from '#platform/graph/exemption';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { Stationing } from '../stationing/stationing.entity';
import { stationingById } from '../stationing/stationing.loader';
import { decideStationExemption, exemptStation } from './exempt-station';
import { StationExemption } from './station-exemption.entity';

const StationExemptionConnection = connectionOf(
  StationExemption,
  'StationExemption',
  '驻村事项豁免',
  'exemptions of people stationed',
);
const exemptionId = { description: '豁免标识 · Id of the exemption' };

@Resolver(() => StationExemption)
export class StationExemptionResolver {
  @Query(() => StationExemptionConnection, {
    nullable: true,
    description: '驻村事项豁免，按地区次序 · Exemptions of people stationed, in the order of places',
  })
  async stationExemptions(
    @Args(() => ExemptionsArgs) args: ExemptionsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<StationExemption>> {
    return connect(await listExemptions(context, StationExemption, args), placedCursor);
  }

  @Mutation(() => StationExemption, {
    nullable: true,
    description: '申请驻村事项豁免；对象为派驻 · Asks for an exemption; its subject is a stationing',
  })
  requestStationExemption(
    @Arg('input', () => ExemptionInput, { description: '申请内容 · What is asked for' }) input: ExemptionInput,
    @Ctx() context: Context<never>,
  ) {
    return exemptStation(context, input);
  }

  @Mutation(() => StationExemption, {
    nullable: true,
    description: '同意豁免（申请人、本人以外的人）· Approves an exemption, by neither who asked nor who is exempt',
  })
  approveStationExemption(@Arg('id', () => ID, exemptionId) id: string, @Ctx() context: Context<never>) {
    const decided = { id, outcome: ExemptionOutcome.approved, remark: null };
    return decideStationExemption(context, 'approveStationExemption', decided);
  }

  @Mutation(() => StationExemption, {
    nullable: true,
    description: '不同意豁免，说明原因 · Refuses an exemption, saying why',
  })
  refuseStationExemption(
    @Arg('id', () => ID, exemptionId) id: string,
    @Arg('remark', { description: '原因 · Why' }) remark: string,
    @Ctx() context: Context<never>,
  ) {
    const decided = { id, outcome: ExemptionOutcome.refused, remark };
    return decideStationExemption(context, 'refuseStationExemption', decided);
  }

  @FieldResolver(() => Stationing, { nullable: true, description: '何人驻何村 · Who is stationed where' })
  stationing(@Root() { subjectId }: StationExemption, @Ctx() context: Context) {
    return stationingById.load(context, subjectId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申请人 · Who asked for it' })
  requestedBy(@Root() exemption: StationExemption, @Ctx() context: Context) {
    return personById.load(context, exemption.requestedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '决定人 · Who decided' })
  decidedBy(@Root() exemption: StationExemption, @Ctx() context: Context) {
    return exemption.decidedBy && personById.load(context, exemption.decidedBy);
  }
}
