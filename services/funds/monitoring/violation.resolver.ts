// What the graph answers about violations, and how hospital and office answer them.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { decideViolation } from './decide-violation';
import { explainViolation } from './explain-violation';
import { listViolations } from './list-violations';
import { MonitoringViolation, ViolationConnection } from './monitoring-violation.entity';
import { ViolationsArgs } from './violation.input';
import { violationById } from './violation.loader';

const idArg = () => Arg('id', () => ID, { description: '监测问题标识 · Id of the violation' });

@Resolver(() => MonitoringViolation)
export class ViolationResolver {
  @Query(() => MonitoringViolation, { nullable: true, description: '按标识查监测问题 · A violation by its id' })
  monitoringViolation(@idArg() id: string, @Ctx() context: Context) {
    return isId(id) ? violationById.load(context, id) : null;
  }

  @Query(() => ViolationConnection, {
    nullable: true,
    description:
      '监测问题，新者在前：医院为本院的，机关为本地区患者的 · Violations, newest first: of the own hospital, or of the own region’s patients',
  })
  async monitoringViolations(
    @Args(() => ViolationsArgs) args: ViolationsArgs,
    @Ctx() context: Context,
  ): Promise<Connection<MonitoringViolation>> {
    return connect(await listViolations(context, args), ({ id }) => cursorOf(id));
  }

  @Mutation(() => MonitoringViolation, {
    nullable: true,
    description: '说明监测问题（医院）· The hospital explains a violation',
  })
  async explainViolation(
    @idArg() id: string,
    @Arg('explanation', { description: '说明，勿填个人号码 · Explanation, without personal numbers' })
    explanation: string,
    @Ctx() context: Context,
  ) {
    return violationById.load(context, await explainViolation(context, id, explanation));
  }

  @Mutation(() => MonitoringViolation, {
    nullable: true,
    description: '审核监测问题：说明成立，或予认定 · Accepts the explanation of a violation, or upholds it',
  })
  async decideViolation(
    @idArg() id: string,
    @Arg('accepted', { description: '说明是否成立；未说明的不得为 true · Whether the explanation is accepted' })
    accepted: boolean,
    @Arg('remark', { description: '意见 · Remark' }) remark: string,
    @Ctx() context: Context,
  ) {
    return violationById.load(context, await decideViolation(context, id, { accepted, remark }));
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: MonitoringViolation) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '患者所在地区 · Region of the patient' })
  region(@Root() { regionId }: MonitoringViolation) {
    return regionOf(regionId);
  }

  @Classified('personal')
  @FieldResolver(() => String, { nullable: true, description: '患者姓名（脱敏）· Name of the patient, always masked' })
  patient(@Root() { patientName }: MonitoringViolation) {
    return patientName;
  }

  @FieldResolver(() => Person, { nullable: true, description: '说明人 · Who explained it' })
  explainedBy(@Root() { explainedBy }: MonitoringViolation) {
    return explainedBy && personOf(explainedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '审核人 · Who decided on it' })
  decidedBy(@Root() { decidedBy }: MonitoringViolation) {
    return decidedBy && personOf(decidedBy);
  }
}
