// How a household came to its helper: pairings, stand-ins, hand-overs, and what is open today.
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { invalidInput } from '#platform/vocabulary/refusal';
import { Person, personOf } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { regionRange } from '../region-summary/region-range.query';
import { HandOver } from './hand-over.entity';
import { OpenMatter } from './open-matter.entity';
import { openMattersOf } from './open-matter.loader';
import { Pairing } from './pairing.entity';
import { handOversOfHousehold, pairingsOfHousehold, standInOfHousehold, standInsOfHousehold } from './pairing.loader';
import { PairingGap, PairingGaps } from './pairing-gap.entity';
import { countGaps, listGaps } from './pairing-gap.loader';
import { StandIn } from './stand-in.entity';

const PairingGapConnection = connectionOf(PairingGap, 'PairingGap', '结对空档', 'gaps in pairing');

@Resolver(() => Household)
export class HouseholdPairingsResolver {
  @FieldResolver(() => [Pairing], {
    nullable: true,
    description: '历任帮扶责任人，旧者在前 · All helpers, oldest first',
  })
  pairings(@Root() { id }: Household, @Ctx() context: Context) {
    return pairingsOfHousehold.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '今日的代管人 · Who stands in for the helper today' })
  async standIn(@Root() { id }: Household, @Ctx() context: Context) {
    const standInId = await standInOfHousehold.load(context, id);
    return standInId && personOf(standInId);
  }

  @FieldResolver(() => [StandIn], { nullable: true, description: '历次代管，旧者在前 · All stand-ins, oldest first' })
  standIns(@Root() { id }: Household, @Ctx() context: Context) {
    return standInsOfHousehold.load(context, id);
  }

  @FieldResolver(() => [HandOver], { nullable: true, description: '历次移交，旧者在前 · All hand-overs, oldest first' })
  handOvers(@Root() { id }: Household, @Ctx() context: Context) {
    return handOversOfHousehold.load(context, id);
  }

  @FieldResolver(() => [OpenMatter], { nullable: true, description: '今日未办结的事项 · What is open today' })
  openMatters(@Root() { id }: Household, @Ctx() context: Context) {
    return openMattersOf.load(context, id);
  }
}

@Resolver(() => Pairing)
export class PairingFieldsResolver {
  @FieldResolver(() => Person, { nullable: true, description: '帮扶责任人 · The helper' })
  helper(@Root() { helperId }: Pairing) {
    return personOf(helperId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: '结对时的帮扶单位 · The helper’s unit when they were paired',
  })
  unit(@Root() { unitId }: Pairing) {
    return unitId && unitOf(unitId);
  }
}

@Resolver(() => StandIn)
export class StandInFieldsResolver {
  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: StandIn, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '外出的帮扶责任人 · The helper who is away' })
  helper(@Root() { helperId }: StandIn) {
    return personOf(helperId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '代管人 · Who stands in' })
  standIn(@Root() { standInId }: StandIn) {
    return personOf(standInId);
  }
}

@Resolver(() => HandOver)
export class HandOverFieldsResolver {
  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: HandOver, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '移交人 · Who handed over' })
  fromHelper(@Root() { fromHelperId }: HandOver) {
    return personOf(fromHelperId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '接手人 · Who took over' })
  toHelper(@Root() { toHelperId }: HandOver) {
    return personOf(toHelperId);
  }
}

@Resolver(() => Region)
export class RegionPairingGapsResolver {
  @FieldResolver(() => PairingGaps, {
    nullable: true,
    description:
      '时期内无人帮扶的户与天数，应为零；地区不全在范围内则为空 · Days without a helper in the period, of which there should be none; null for a region not wholly in scope',
  })
  async pairingGaps(
    @Root() { id }: Region,
    @Arg('from', () => CalendarDay, { description: '自何日起 · From this day on' }) from: string,
    @Arg('until', () => CalendarDay, { description: '止于何日之前 · Until before this day' }) until: string,
    @Ctx() context: Context,
  ): Promise<PairingGaps> {
    if (from >= until) throw invalidInput('until', '须晚于起日', 'lies after the first day');
    return Object.assign(new PairingGaps(), { range: await regionRange(context, id), from, until });
  }
}

@Resolver(() => PairingGaps)
export class PairingGapsResolver {
  @FieldResolver(() => Int, { nullable: true, description: '有空档的户数 · Households with a gap' })
  async households(@Root() gaps: PairingGaps, @Ctx() context: Context) {
    return (await countGaps(context, gaps)).households;
  }

  @FieldResolver(() => Int, { nullable: true, description: '无人帮扶的户日数 · Household-days without a helper' })
  async days(@Root() gaps: PairingGaps, @Ctx() context: Context) {
    return (await countGaps(context, gaps)).days;
  }

  @FieldResolver(() => PairingGapConnection, {
    nullable: true,
    description: '各空档，按地区次序 · Each gap, in the order of places',
  })
  async list(
    @Root() gaps: PairingGaps,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PairingGap>> {
    return connect(await listGaps(context, gaps, args), ({ path, householdId, from }) =>
      cursorOf(path, householdId, from),
    );
  }
}

@Resolver(() => PairingGap)
export class PairingGapResolver {
  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: PairingGap, @Ctx() context: Context) {
    return householdById.load(context, householdId);
  }
}
