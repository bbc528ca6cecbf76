// What the graph answers about findings.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { todayInBeijing } from '#platform/graph/today';
import { isId } from '#platform/vocabulary/id';
import { Person } from '../foreign/person';
import { Region } from '../foreign/region';
import { Unit } from '../foreign/unit';
import { Finding } from './finding.entity';
import { FindingsArgs } from './finding.input';
import { evidenceOfFinding, evidenceOfRectification, findingById, stepsOfFinding } from './finding.loader';
import { isOverdue } from './finding.rules';
import { FindingStep } from './finding-step.entity';
import { listFindings, listMyFindings } from './list-findings';

const FindingConnection = connectionOf(Finding, 'Finding', '问题', 'findings');

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, { nullable: true, description: '按标识查问题 · A finding by its id' })
  finding(@Arg('id', () => ID, { description: '问题标识 · Id of the finding' }) id: string, @Ctx() context: Context) {
    return isId(id) ? findingById.load(context, id) : null;
  }

  @Query(() => FindingConnection, {
    nullable: true,
    description: '问题清单，按隶属次序 · Findings in the order of the managing tree',
  })
  async findings(@Args(() => FindingsArgs) args: FindingsArgs, @Ctx() context: Context): Promise<Connection<Finding>> {
    return connect(await listFindings(context, args), placedCursor);
  }

  @Query(() => FindingConnection, {
    nullable: true,
    description: '本人发现的问题（含未公布的），新者在前 · Findings of the caller, hidden ones too, newest first',
  })
  async myFindings(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Finding>> {
    return connect(await listMyFindings(context, args), ({ id }) => cursorOf(id));
  }

  @FieldResolver(() => Boolean, { description: '是否逾期（按日期推算）· Overdue, by its date' })
  async overdue(@Root() finding: Finding, @Ctx() context: Context): Promise<boolean> {
    return isOverdue(finding, await todayInBeijing.load(context, 'today'));
  }

  @FieldResolver(() => Region, { description: '所在地区 · The region where it is' })
  region(@Root() { regionId }: Finding) {
    return Region.of(regionId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '牵头整改单位 · The lead unit' })
  leadUnit(@Root() { leadUnit }: Finding) {
    return leadUnit && Unit.of(leadUnit);
  }

  @FieldResolver(() => Person, { nullable: true, description: '整改责任人 · The responsible person' })
  responsible(@Root() { responsibleId }: Finding) {
    return responsibleId && Person.of(responsibleId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '复核人 · Who re-checked' })
  recheckedBy(@Root() { recheckedBy }: Finding) {
    return recheckedBy && Person.of(recheckedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '销号人 · Who closed it' })
  closedBy(@Root() { closedBy }: Finding) {
    return closedBy && Person.of(closedBy);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '问题的佐证材料 · Evidence of what is wrong' })
  evidence(@Root() { id }: Finding, @Ctx() context: Context) {
    return evidenceOfFinding.load(context, id);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '整改的佐证材料 · Evidence of what was done' })
  rectificationEvidence(@Root() { id }: Finding, @Ctx() context: Context) {
    return evidenceOfRectification.load(context, id);
  }

  @FieldResolver(() => [FindingStep], { nullable: true, description: '办理记录，旧者在前 · Its steps, oldest first' })
  steps(@Root() { id }: Finding, @Ctx() context: Context) {
    return stepsOfFinding.load(context, id);
  }
}

@Resolver(() => FindingStep)
export class FindingStepResolver {
  @FieldResolver(() => Person, { nullable: true, description: '经办人 · Who took it' })
  takenBy(@Root() { takenBy }: FindingStep) {
    return Person.of(takenBy);
  }
}
