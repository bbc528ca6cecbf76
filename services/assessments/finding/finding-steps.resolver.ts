// How a finding is recorded, assigned, put right, re-checked, closed, returned, held to account and reopened.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { CalendarDay } from '#platform/graph/scalars';
import { acceptFinding } from './accept-finding';
import { assignFinding } from './assign-finding';
import { closeFinding } from './close-finding';
import { Finding } from './finding.entity';
import { AssignFindingInput, HoldAccountableInput, PlanRectificationInput, RecordFindingInput } from './finding.input';
import { holdAccountable } from './hold-accountable';
import { planRectification } from './plan-rectification';
import { recheckFinding } from './recheck-finding';
import { recordFinding } from './record-finding';
import { reopenFinding } from './reopen-finding';
import { requestClosure } from './request-closure';
import { returnFinding } from './return-finding';

const FINDING = '问题标识 · Id of the finding';

@Resolver()
export class FindingStepsResolver {
  @Mutation(() => Finding, {
    nullable: true,
    description: '登记问题；属于未公布督查的，公布前不为他人所知 · Records a finding, hidden while its inspection is',
  })
  recordFinding(
    @Arg('input', () => RecordFindingInput, { description: '问题 · The finding' }) input: RecordFindingInput,
    @Ctx() context: Context,
  ) {
    return recordFinding(context, input);
  }

  @Mutation(() => Finding, { nullable: true, description: '交办问题 · Assigns a finding to its lead unit' })
  assignFinding(
    @Arg('input', () => AssignFindingInput, { description: '交办 · To whom, by when' }) input: AssignFindingInput,
    @Ctx() context: Context,
  ) {
    return assignFinding(context, input);
  }

  @Mutation(() => Finding, { nullable: true, description: '签收问题（牵头单位）· Accepts a finding, by its lead unit' })
  acceptFinding(@Arg('id', () => ID, { description: FINDING }) id: string, @Ctx() context: Context) {
    return acceptFinding(context, id);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '制定整改方案（牵头单位）· Plans the rectification, by the lead unit',
  })
  planRectification(
    @Arg('input', () => PlanRectificationInput, { description: '整改方案 · The plan' }) input: PlanRectificationInput,
    @Ctx() context: Context,
  ) {
    return planRectification(context, input);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '申请销号（牵头单位）· Asks for the close-out, by the lead unit',
  })
  requestClosure(
    @Arg('id', () => ID, { description: FINDING }) id: string,
    @Arg('result', { description: '整改结果 · What was done' }) result: string,
    @Arg('evidenceIds', () => [ID], { nullable: true, description: '佐证材料标识 · Ids of the evidence' })
    evidenceIds: string[] | null,
    @Ctx() context: Context,
  ) {
    return requestClosure(context, id, result, evidenceIds ?? null);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '复核问题（非整改人、非整改单位）· Re-checks a finding, by nobody of those who put it right',
  })
  recheckFinding(
    @Arg('id', () => ID, { description: FINDING }) id: string,
    @Arg('remark', { description: '复核情况 · What was seen' }) remark: string,
    @Ctx() context: Context,
  ) {
    return recheckFinding(context, id, remark);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '销号（复核人之外的另一人）· Closes a finding, by another person than re-checked it',
  })
  closeFinding(
    @Arg('id', () => ID, { description: FINDING }) id: string,
    @Arg('remark', () => String, { nullable: true, description: '意见 · Remark' }) remark: string | null,
    @Ctx() context: Context,
  ) {
    return closeFinding(context, id, remark ?? null);
  }

  @Mutation(() => Finding, { nullable: true, description: '退回整改，说明原因 · Returns a finding, saying why' })
  returnFinding(
    @Arg('id', () => ID, { description: FINDING }) id: string,
    @Arg('remark', { description: '退回原因 · Why' }) remark: string,
    @Ctx() context: Context,
  ) {
    return returnFinding(context, id, remark);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '对逾期问题问责 · Holds a unit to account for what is overdue',
  })
  holdAccountable(
    @Arg('input', () => HoldAccountableInput, { description: '问责 · Under which document, and why' })
    input: HoldAccountableInput,
    @Ctx() context: Context,
  ) {
    return holdAccountable(context, input);
  }

  @Mutation(() => Finding, {
    nullable: true,
    description: '问题反弹，重新交办 · Reopens a closed finding that came back',
  })
  reopenFinding(
    @Arg('id', () => ID, { description: FINDING }) id: string,
    @Arg('remark', { description: '反弹情况 · What came back' }) remark: string,
    @Arg('dueOn', () => CalendarDay, { nullable: true, description: '整改时限；不填按规则包 · To be closed by' })
    dueOn: string | null,
    @Ctx() context: Context,
  ) {
    return reopenFinding(context, id, remark, dueOn ?? null);
  }
}
