// What the graph answers about area programmes, and who drafts, approves and fills them.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Project } from '../project/project.entity';
import { ProjectSums } from '../project/project-sums.entity';
import { projectSumsOfProgramme } from '../project/project-sums.query';
import { approveAreaProgramme } from './approve-area-programme';
import { AreaProgramme } from './area-programme.entity';
import { DraftAreaProgrammeInput } from './area-programme.input';
import {
  areaProgrammeById,
  areaProgrammeIdOfProject,
  projectsOfAreaProgramme,
  villagesOfAreaProgramme,
} from './area-programme.loader';
import { draftAreaProgramme } from './draft-area-programme';
import { joinAreaProgramme } from './join-area-programme';
import { listAreaProgrammes } from './list-area-programmes';

const AreaProgrammeConnection = connectionOf(AreaProgramme, 'AreaProgramme', '山区开发方案', 'area programmes');
const ID_OF = '方案标识 · Id of the programme';

@Resolver(() => AreaProgramme)
export class AreaProgrammeResolver {
  @Query(() => AreaProgramme, { nullable: true, description: '按标识查山区开发方案 · An area programme by its id' })
  areaProgramme(@Arg('id', () => ID, { description: ID_OF }) id: string, @Ctx() context: Context) {
    return isId(id) ? areaProgrammeById.load(context, id) : null;
  }

  @Query(() => AreaProgrammeConnection, {
    nullable: true,
    description: '及于范围内的山区开发方案 · Area programmes that reach into the own range',
  })
  async areaProgrammes(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AreaProgramme>> {
    return connect(await listAreaProgrammes(context, args), placedCursor);
  }

  @Mutation(() => AreaProgramme, { nullable: true, description: '起草山区开发方案 · Drafts an area programme' })
  async draftAreaProgramme(
    @Arg('input', () => DraftAreaProgrammeInput, { description: '方案 · What it says' }) input: DraftAreaProgrammeInput,
    @Ctx() context: Context,
  ) {
    return areaProgrammeById.load(context, await draftAreaProgramme(context, input));
  }

  @Mutation(() => AreaProgramme, {
    nullable: true,
    description: '批准山区开发方案（起草人以外的人）· Approves an area programme, by another person than drafted it',
  })
  async approveAreaProgramme(
    @Arg('id', () => ID, { description: ID_OF }) id: string,
    @Arg('documentNumber', { description: '批准文号 · Number of the approval' }) documentNumber: string,
    @Ctx() context: Context,
  ) {
    return areaProgrammeById.load(context, await approveAreaProgramme(context, id, documentNumber));
  }

  @Mutation(() => AreaProgramme, {
    nullable: true,
    description: '将项目列入山区开发方案 · Puts a project into an area programme',
  })
  async joinAreaProgramme(
    @Arg('id', () => ID, { description: ID_OF }) id: string,
    @Arg('projectId', () => ID, { description: '项目标识 · Id of the project' }) projectId: string,
    @Ctx() context: Context,
  ) {
    return areaProgrammeById.load(context, await joinAreaProgramme(context, id, projectId));
  }

  @FieldResolver(() => Region, { nullable: true, description: '组织实施的地区 · Region that carries it out' })
  region(@Root() { regionId }: AreaProgramme) {
    return regionOf(regionId);
  }

  @FieldResolver(() => [Region], { nullable: true, description: '所含各村（范围内的）· Its villages in scope' })
  async villages(@Root() { id }: AreaProgramme, @Ctx() context: Context) {
    return (await villagesOfAreaProgramme.load(context, id)).map(({ regionId }) => regionOf(regionId));
  }

  @FieldResolver(() => Int, { nullable: true, description: '村数（范围内的）· How many of its villages are in scope' })
  async villageCount(@Root() { id }: AreaProgramme, @Ctx() context: Context) {
    return (await villagesOfAreaProgramme.load(context, id)).length;
  }

  @FieldResolver(() => [Project], { nullable: true, description: '所含项目（范围内的）· Its projects in scope' })
  projects(@Root() { id }: AreaProgramme, @Ctx() context: Context) {
    return projectsOfAreaProgramme.load(context, id);
  }

  @FieldResolver(() => ProjectSums, {
    nullable: true,
    description:
      '项目、资金与受益人口合计；不全在范围内的不显示 · Its projects, money and beneficiaries; not shown in part',
  })
  async sums(@Root() { id, regionId }: AreaProgramme, @Ctx() context: Context): Promise<ProjectSums> {
    if ((await context.inScope.pathWithin(regionId)) === null) throw commonRefusals.outOfScope();
    return projectSumsOfProgramme.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: AreaProgramme) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  approvedBy(@Root() { approvedBy }: AreaProgramme) {
    return personOf(approvedBy);
  }
}

@Resolver(() => Project)
export class ProjectProgrammeResolver {
  @FieldResolver(() => AreaProgramme, { nullable: true, description: '所属山区开发方案 · Its area programme' })
  async areaProgramme(@Root() { id }: Project, @Ctx() context: Context): Promise<AreaProgramme | null> {
    const programmeId = await areaProgrammeIdOfProject.load(context, id);
    return programmeId ? areaProgrammeById.load(context, programmeId) : null;
  }
}
