// What the graph answers about contracts that are paid in stages, and the hands that enter, accept, claim, approve and pay.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { addDays } from '#platform/vocabulary/calendar-day';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { Region, regionOf } from '../foreign/region';
import { checkReason } from '../ledger/reason.rules';
import { Project } from '../project/project.entity';
import { projectById } from '../project/project.loader';
import { claimStage } from './claim-stage';
import { decideStageClaim } from './decide-stage-claim';
import { listReimbursements } from './list-reimbursements';
import { openReimbursement } from './open-reimbursement';
import { recordReimbursement } from './record-reimbursement';
import { Reimbursement, ReimbursementConnection, ReimbursementStage } from './reimbursement.entity';
import { OpenReimbursementInput, StageDocumentInput } from './reimbursement.input';
import {
  claimsOfReimbursement,
  projectIdOfReimbursement,
  reimbursementById,
  stageClaimById,
} from './reimbursement.loader';
import { StageClaim } from './stage-claim.entity';
import { stageAmounts } from './stage-pack.rules';

const id = () => Arg('id', () => ID, { description: '标识 · Id' });
const document = () => Arg('documentNumber', { description: '文号 · Document number' });
const key = () =>
  Arg('idempotencyKey', { description: '幂等键：同一键只生效一次 · Idempotency key: one effect for one key' });

@Resolver(() => Reimbursement)
export class ReimbursementResolver {
  @Query(() => Reimbursement, {
    nullable: true,
    description: '按标识查报账项目 · A contract paid in stages, by its id',
  })
  reimbursement(@id() wanted: string, @Ctx() context: Context) {
    return reimbursementById.load(context, wanted);
  }

  @Query(() => ReimbursementConnection, {
    nullable: true,
    description: '范围内的报账项目 · Contracts paid in stages, in scope',
  })
  async reimbursements(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Reimbursement>> {
    return connect(await listReimbursements(context, args), placedCursor);
  }

  @Mutation(() => Reimbursement, {
    nullable: true,
    description: '登记按期支付的合同 · Enters a contract that is paid in stages',
  })
  async openReimbursement(
    @Arg('input', () => OpenReimbursementInput, { description: '合同 · The contract' }) input: OpenReimbursementInput,
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return reimbursementById.load(context, await openReimbursement(context, input, idempotencyKey));
  }

  @Mutation(() => Reimbursement, {
    nullable: true,
    description: '批准超计划规模（登记人不得批准）· Approves a scale over plan; not by whoever entered it',
  })
  async approveReimbursementScale(@id() of: string, @document() documentNumber: string, @Ctx() context: Context) {
    return reimbursementById.load(context, await recordReimbursement(context, of, { scale: { documentNumber } }));
  }

  @Mutation(() => Reimbursement, { nullable: true, description: '登记验收 · Records the acceptance' })
  async recordAcceptance(
    @id() of: string,
    @Arg('on', () => CalendarDay, { description: '验收日期 · Day of acceptance' }) on: string,
    @document() documentNumber: string,
    @Ctx() context: Context,
  ) {
    return reimbursementById.load(
      context,
      await recordReimbursement(context, of, { acceptance: { documentNumber, on } }),
    );
  }

  @Mutation(() => StageClaim, {
    nullable: true,
    description: '申请一期，并冻结资金 · Claims a stage, and reserves its money',
  })
  async claimStage(
    @id() reimbursementId: string,
    @Arg('stage', { description: '期（代码）· Stage, a code' }) stage: string,
    @Arg('documents', () => [StageDocumentInput], { description: '材料，各附文件 · Documents, each with its file' })
    documents: StageDocumentInput[],
    @key() idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return stageClaimById.load(
      context,
      await claimStage(context, { reimbursementId, stage, documents }, idempotencyKey),
    );
  }

  @Mutation(() => StageClaim, {
    nullable: true,
    description: '批准报账（申请人不得批准）· Approves a claim; not by the claimant',
  })
  async approveStageClaim(@id() of: string, @Ctx() context: Context) {
    const done = await decideStageClaim(context, of, { step: 'approve', reason: null, idempotencyKey: null });
    return stageClaimById.load(context, done);
  }

  @Mutation(() => StageClaim, {
    nullable: true,
    description: '驳回报账，并解冻资金 · Rejects a claim, and releases its money',
  })
  async rejectStageClaim(
    @id() of: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Arg('ground', () => String, {
      nullable: true,
      description: '理由（规则包所列代码）· Ground, a code of the pack',
    })
    ground: string | null,
    @Ctx() context: Context,
  ) {
    checkReason(reason);
    const done = await decideStageClaim(context, of, {
      step: 'reject',
      reason,
      ground: ground ?? null,
      idempotencyKey: null,
    });
    return stageClaimById.load(context, done);
  }

  @Mutation(() => StageClaim, {
    nullable: true,
    description:
      '按支付令支付报账（申请人与审核人不得支付）· Pays a claim as it was ordered; not by whoever claimed or approved',
  })
  async payStageClaim(@id() of: string, @key() idempotencyKey: string, @Ctx() context: Context) {
    return stageClaimById.load(
      context,
      await decideStageClaim(context, of, { step: 'pay', reason: null, idempotencyKey }),
    );
  }

  @FieldResolver(() => [ReimbursementStage], { nullable: true, description: '各期 · Its stages' })
  stages(@Root() { stages, contracted, acceptedOn }: Reimbursement): ReimbursementStage[] {
    const amounts = stageAmounts(contracted, stages);
    return stages.map(({ code, title, documents, isDeposit, afterAcceptance }, at) => {
      const dueOn = acceptedOn !== null && afterAcceptance !== null ? addDays(acceptedOn, afterAcceptance) : null;
      const shown = { code, title: `${title.zh} · ${title.en}`, documents, isDeposit, afterAcceptance, dueOn };
      return Object.assign(new ReimbursementStage(), shown, { amount: amounts[at] ?? 0n });
    });
  }

  @FieldResolver(() => [StageClaim], { nullable: true, description: '报账申请 · Its claims' })
  claims(@Root() { id: of }: Reimbursement, @Ctx() context: Context) {
    return claimsOfReimbursement.load(context, of);
  }

  @FieldResolver(() => Region, { nullable: true, description: '地区 · Region' })
  region(@Root() { regionId }: Reimbursement) {
    return regionOf(regionId);
  }

  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot that pays it' })
  lot(@Root() { lotId }: Reimbursement, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }

  @FieldResolver(() => Project, { nullable: true, description: '所属项目 · The project that it is for' })
  async project(@Root() { id: of }: Reimbursement, @Ctx() context: Context): Promise<Project | null> {
    const projectId = await projectIdOfReimbursement.load(context, of);
    return projectId ? projectById.load(context, projectId) : null;
  }
}
