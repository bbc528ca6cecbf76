// Where payment in stages is met: the files of a claim, and the contracts of a project.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Evidence } from '#platform/graph/files/evidence';
import { Project } from '../project/project.entity';
import { Reimbursement } from './reimbursement.entity';
import { evidenceOfStageClaim, reimbursementsOfProject } from './reimbursement.loader';
import { StageClaim } from './stage-claim.entity';

@Resolver(() => StageClaim)
export class StageClaimResolver {
  @FieldResolver(() => [Evidence], { nullable: true, description: '材料文件 · Files of its documents' })
  evidence(@Root() { id: of }: StageClaim, @Ctx() context: Context) {
    return evidenceOfStageClaim.load(context, of);
  }
}

@Resolver(() => Project)
export class ProjectReimbursementsResolver {
  @FieldResolver(() => [Reimbursement], {
    nullable: true,
    description: '按期支付的合同 · Its contracts that are paid in stages',
  })
  reimbursements(@Root() { id: of }: Project, @Ctx() context: Context) {
    return reimbursementsOfProject.load(context, of);
  }
}
