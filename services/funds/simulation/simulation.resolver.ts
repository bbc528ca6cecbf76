// How a policy is simulated, and what the graph answers about it: the city's office sees all of it, a payer the costs of its own.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { SettlementText } from '../settlement/settlement-layer.entity';
import type { FundsContext } from '../tools';
import { listSimulatedRegions, listSimulations } from './list-simulations';
import { PolicySimulation, SimulatedCost, SimulatedRegion } from './policy-simulation.entity';
import { simulatePolicy } from './simulate-policy';
import { SimulationArgs } from './simulation.input';
import { costsOfSimulation, samplesOfSimulation, simulationById } from './simulation.loader';
import { SimulationLeft, SimulationSample, SimulationSide } from './simulation-side.entity';
import type { Side } from './simulation-sums.rules';

const SimulationConnection = connectionOf(PolicySimulation, 'PolicySimulation', '政策测算', 'simulations');

const sideOf = (side: Side | undefined): SimulationSide | null =>
  side
    ? {
        count: side.count,
        sum: BigInt(side.sum),
        bands: side.bands.map(({ from, to, count, sum }) => ({
          from: BigInt(from),
          to: to === null ? null : BigInt(to),
          count,
          sum: BigInt(sum),
        })),
      }
    : null;

@Resolver(() => PolicySimulation)
export class SimulationResolver {
  @Query(() => PolicySimulation, {
    nullable: true,
    description: '按标识查政策测算及其进度 · A simulation by its id, with how far it has come',
  })
  policySimulation(
    @Arg('id', () => ID, { description: '测算标识 · Id of the simulation' }) id: string,
    @Ctx() context: Context,
  ) {
    return isId(id) ? simulationById.load(context, id) : null;
  }

  @Query(() => SimulationConnection, { nullable: true, description: '政策测算，新者在前 · Simulations, newest first' })
  async policySimulations(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PolicySimulation>> {
    return connect(await listSimulations(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => PolicySimulation, {
    nullable: true,
    description:
      '政策测算：用该政策包重算期间内的就医，只读，在后台进行 · Settles the stays of a period anew by a pack: read-only, in the background',
  })
  async simulatePolicy(@Args(() => SimulationArgs) args: SimulationArgs, @Ctx() context: FundsContext) {
    return simulationById.load(context, await simulatePolicy(context, args));
  }

  @FieldResolver(() => Region, { nullable: true, description: '测算的地区 · The region' })
  region(@Root() { regionId }: PolicySimulation) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提出人 · Who asked for it' })
  askedBy(@Root() { askedBy }: PolicySimulation) {
    return personOf(askedBy);
  }

  @FieldResolver(() => Int, { nullable: true, description: '重算的结算数 · Settlements that were settled anew' })
  stays(@Root() { result }: PolicySimulation) {
    return result?.stays ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: '个人负担不变的 · Of them, those whose patient bears the same',
  })
  unchanged(@Root() { result }: PolicySimulation) {
    return result?.unchanged ?? null;
  }

  @FieldResolver(() => SimulationSide, { nullable: true, description: '个人负担减少的 · Whose patients bear less' })
  gains(@Root() { result }: PolicySimulation) {
    return sideOf(result?.gains);
  }

  @FieldResolver(() => SimulationSide, { nullable: true, description: '个人负担增加的 · Whose patients bear more' })
  losses(@Root() { result }: PolicySimulation) {
    return sideOf(result?.losses);
  }

  @FieldResolver(() => [SimulationLeft], {
    nullable: true,
    description: '未能重算的及原因；不计入各项合计 · What could not be settled anew and why; it is in none of the sums',
  })
  left(@Root() { result }: PolicySimulation) {
    return result?.left ?? null;
  }

  @FieldResolver(() => [SimulatedCost], {
    nullable: true,
    description: '各支付方与患者；支付方只见本方 · By payer, and the patients; a payer sees its own alone',
  })
  async costs(@Root() { id }: PolicySimulation, @Ctx() context: Context): Promise<SimulatedCost[]> {
    return (await costsOfSimulation.load(context, id)).map(({ payer, before, after }) => ({
      ...{ payer, before, after },
      difference: after - before,
    }));
  }

  @FieldResolver(() => [SimulatedRegion], {
    nullable: true,
    description: '下一级各地区的费用 · By the regions right below',
  })
  costsByRegion(
    @Root() simulation: PolicySimulation,
    @Arg('below', () => ID, {
      nullable: true,
      description: '哪个地区之下，默认测算的地区 · Below which region, that of the simulation unless told',
    })
    below: string | null,
    @Ctx() context: Context,
  ) {
    return below && !isId(below) ? [] : listSimulatedRegions(context, simulation, below ?? null);
  }

  @FieldResolver(() => [SimulationSample], {
    nullable: true,
    description: '增减最大的各十例，附前后两份说明 · The ten greatest changes each way, with both explanations',
  })
  samples(@Root() { id }: PolicySimulation, @Ctx() context: Context) {
    return samplesOfSimulation.load(context, id);
  }
}

@Resolver(() => SimulatedRegion)
export class SimulatedRegionResolver {
  @FieldResolver(() => Region, { nullable: true, description: '地区 · The region' })
  region(@Root() { regionId }: SimulatedRegion) {
    return regionOf(regionId);
  }
}

@Resolver(() => SimulationSample)
export class SimulationSampleResolver {
  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: SimulationSample) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '患者所在地区 · Region of the patient' })
  region(@Root() { regionId }: SimulationSample) {
    return regionOf(regionId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '患者姓名（脱敏）· Name of the patient, always masked' })
  patient(@Root() { patientName }: SimulationSample) {
    return patientName;
  }

  @FieldResolver(() => SettlementText, { description: '实际结算的说明 · How it was settled' })
  explanationBefore(@Root() { outcomeBefore }: SimulationSample) {
    return outcomeBefore.explanation;
  }

  @FieldResolver(() => SettlementText, { description: '测算的说明 · How it would be settled' })
  explanationAfter(@Root() { outcomeAfter }: SimulationSample) {
    return outcomeAfter.explanation;
  }
}
