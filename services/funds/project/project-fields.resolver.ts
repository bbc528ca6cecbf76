// What hangs on a project: its place, its words, its steps with their hands and papers, what comes next.
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Money } from '#platform/graph/scalars';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Unit, unitOf } from '../foreign/unit';
import { packOfProject } from './find-project-pack';
import { budgetOf, Project } from './project.entity';
import { evidenceOfProject, evidenceOfProjectStep, stepsOfProject, targetsOfProject } from './project.loader';
import { handsOf } from './project-facts.rules';
import { ProjectNextStep } from './project-next-step.entity';
import { ProjectStep } from './project-step.entity';
import { ProjectTarget } from './project-target.entity';
import { nextStepsOf, titleIn } from './show-project.rules';

@Resolver(() => Project)
export class ProjectFieldsResolver {
  @FieldResolver(() => Region, { nullable: true, description: '实施的村或乡镇 · Its village or town' })
  region(@Root() { regionId }: Project) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Money, { description: '总规模 · Budget in all' })
  budget(@Root() project: Project) {
    return budgetOf(project);
  }

  @FieldResolver(() => String, { description: '类别 · Type in words' })
  async typeTitle(@Root() project: Project, @Ctx() context: Context) {
    return titleIn((await packOfProject(context, project)).types, project.type);
  }

  @FieldResolver(() => String, { description: '状态 · State in words' })
  async stateTitle(@Root() project: Project, @Ctx() context: Context) {
    return titleIn((await packOfProject(context, project)).states, project.state);
  }

  @FieldResolver(() => Int, { nullable: true, description: '进度（%）· Progress in percent' })
  progress(@Root() { facts }: Project) {
    return facts.percent ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: '承建单位 · Contractor' })
  contractor(@Root() { facts }: Project) {
    return facts.contractor ?? null;
  }

  @FieldResolver(() => Money, { nullable: true, description: '合同金额 · Amount of the contract' })
  contractAmount(@Root() { facts }: Project) {
    return facts.contractAmount === undefined ? null : BigInt(facts.contractAmount);
  }

  @FieldResolver(() => Money, { nullable: true, description: '决算金额 · Final account' })
  finalAmount(@Root() { facts }: Project) {
    return facts.finalAmount === undefined ? null : BigInt(facts.finalAmount);
  }

  @FieldResolver(() => [ProjectTarget], { nullable: true, description: '绩效指标 · Performance targets' })
  targets(@Root() { id }: Project, @Ctx() context: Context) {
    return targetsOfProject.load(context, id);
  }

  @FieldResolver(() => [ProjectStep], { nullable: true, description: '办理记录 · Steps taken' })
  stepsTaken(@Root() { id }: Project, @Ctx() context: Context) {
    return stepsOfProject.load(context, id);
  }

  @FieldResolver(() => [ProjectNextStep], { description: '可办环节 · What can be done next, and by whom' })
  async nextSteps(@Root() project: Project, @Ctx() context: Context): Promise<ProjectNextStep[]> {
    const { personId, principalId, standsFor, post } = context.caller;
    const asker = { personId: personId ?? '', principalId, standsFor, post };
    return nextStepsOf(await packOfProject(context, project), { ...project, hands: handsOf(project) }, asker);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '论证的行业部门 · The unit of the line that appraises' })
  sectorUnit(@Root() { sectorUnit }: Project) {
    return sectorUnit && unitOf(sectorUnit);
  }

  @FieldResolver(() => Person, { nullable: true, description: '申报人 · Who proposed' })
  proposedBy(@Root() { proposedBy }: Project) {
    return personOf(proposedBy);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '申报材料 · Papers of the proposal' })
  evidence(@Root() { id }: Project, @Ctx() context: Context) {
    return evidenceOfProject.load(context, id);
  }
}

@Resolver(() => ProjectStep)
export class ProjectStepResolver {
  @FieldResolver(() => Person, { nullable: true, description: '办理人 · Who took it' })
  takenBy(@Root() { takenBy }: ProjectStep) {
    return personOf(takenBy);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '办理人单位 · Unit of who took it' })
  takenUnit(@Root() { takenUnit }: ProjectStep) {
    return takenUnit && unitOf(takenUnit);
  }

  @FieldResolver(() => [Evidence], { nullable: true, description: '佐证材料 · Its evidence' })
  evidence(@Root() { id }: ProjectStep, @Ctx() context: Context) {
    return evidenceOfProjectStep.load(context, id);
  }
}
