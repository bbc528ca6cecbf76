// What the graph answers about projects of the library, and how they are proposed and taken on.
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { listProjects } from './list-projects';
import { Project, ProjectConnection } from './project.entity';
import { ProjectsArgs, ProposeProjectInput, TakeProjectStepInput } from './project.input';
import { projectById } from './project.loader';
import { proposeProject } from './propose-project';
import { takeProjectStep } from './take-project-step';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: '按标识查项目 · A project by its id' })
  project(@Arg('id', () => ID, { description: '项目标识 · Id of the project' }) id: string, @Ctx() context: Context) {
    return isId(id) ? projectById.load(context, id) : null;
  }

  @Query(() => ProjectConnection, { nullable: true, description: '范围内的项目 · Projects in scope' })
  async projects(@Args(() => ProjectsArgs) args: ProjectsArgs, @Ctx() context: Context): Promise<Connection<Project>> {
    return connect(await listProjects(context as Context<never>, args), placedCursor);
  }

  @Mutation(() => Project, {
    nullable: true,
    description: '申报项目；无绩效目标不得入库 · Proposes a project; without a performance target it does not enter',
  })
  async proposeProject(
    @Arg('input', () => ProposeProjectInput, { description: '申报 · The proposal' }) input: ProposeProjectInput,
    @Ctx() context: Context,
  ) {
    return projectById.load(context, await proposeProject(context, input));
  }

  @Mutation(() => Project, {
    nullable: true,
    description:
      '办理项目环节：审核、论证、公示、入库、列入计划、招标直至出库 · Takes a project a step on: review, appraisal, posting, approval, plan, tender and on until it is removed',
  })
  async takeProjectStep(
    @Arg('input', () => TakeProjectStepInput, { description: '环节 · The step' }) input: TakeProjectStepInput,
    @Ctx() context: Context,
  ) {
    const id = await takeProjectStep(context, input);
    context.loaders.clear();
    return projectById.load(context, id);
  }
}
