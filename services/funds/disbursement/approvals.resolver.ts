// What hangs on a disbursement of its flow: what it is for, who approved, and the step that it waits for.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { approvalsOfDisbursement, useOfDisbursement } from './approval.loader';
import { waitingStep } from './approval-flow.rules';
import { Disbursement } from './disbursement.entity';
import { DisbursementApproval, DisbursementWaitsFor } from './disbursement-approval.entity';

@Resolver(() => Disbursement)
export class DisbursementFlowResolver {
  @FieldResolver(() => [DisbursementApproval], { nullable: true, description: '已有的审核 · Approvals given so far' })
  approvals(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return approvalsOfDisbursement.load(context, id);
  }

  @FieldResolver(() => DisbursementWaitsFor, {
    nullable: true,
    description: '待办的审核环节；已批准或已了结的为空 · The step that it waits for; none once approved or over',
  })
  async waitsFor(
    @Root() { id, state, flow }: Disbursement,
    @Ctx() context: Context,
  ): Promise<DisbursementWaitsFor | null> {
    if (state !== 'applied') return null;
    const step = waitingStep(flow, await approvalsOfDisbursement.load(context, id));
    if (!step) return null;
    const { code, title, posts, left } = step;
    return Object.assign(new DisbursementWaitsFor(), { code, title: `${title.zh} · ${title.en}`, posts, left });
  }

  @FieldResolver(() => String, { nullable: true, description: '用途说明 · What it is for' })
  use(@Root() { id }: Disbursement, @Ctx() context: Context) {
    return useOfDisbursement.load(context, id);
  }
}

@Resolver(() => DisbursementApproval)
export class DisbursementApprovalResolver {
  @FieldResolver(() => Person, { nullable: true, description: '审核人 · Who approved' })
  person(@Root() { personId }: DisbursementApproval) {
    return personOf(personId);
  }
}
