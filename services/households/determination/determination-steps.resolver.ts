// How a determination is proposed, appraised, posted, reviewed, verified, compared, approved, announced, refused and withdrawn.
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdsContext } from '../tools';
import { appraiseDetermination } from './appraise-determination';
import { approveDetermination } from './approve-determination';
import { compareDetermination } from './compare-determination';
import { Determination } from './determination.entity';
import {
  AppraisalInput,
  ProposeDeterminationInput,
  ProposeIdentificationInput,
  VerificationInput,
} from './determination.input';
import { determinationById, noticeById } from './determination.loader';
import { postDeterminations } from './post-determinations';
import { proposeDetermination } from './propose-determination';
import { proposeIdentification } from './propose-identification';
import { PublicNotice } from './public-notice.entity';
import { reviewDetermination } from './review-determination';
import { stopDetermination } from './stop-determination';
import { verifyDetermination } from './verify-determination';

const TheId = () => Arg('id', () => ID, { description: '认定标识 · Id of the determination' });
const Ids = () =>
  Arg('ids', () => [ID], { description: '认定标识，一批至多 200 户 · Ids of the determinations, at most 200' });
const Remark = () => Arg('remark', () => String, { nullable: true, description: '意见 · Remark' });
const Reason = () => Arg('reason', { description: '原因 · Why' });

/** Read again, as the caller may see it now. */
async function again(context: HouseholdsContext, done: Promise<string>) {
  const id = await done;
  context.loaders.clear();
  return determinationById.load(context, id);
}

@Resolver()
export class DeterminationStepsResolver {
  @Mutation(() => Determination, {
    nullable: true,
    description:
      '提出认定（退出、返贫、错退、清退等）；退出须有近期核查，推翻已批准的须附佐证 · Proposes a determination: an exit wants a recent guarantee check, what opens an approval again wants evidence',
  })
  proposeDetermination(
    @Arg('input', () => ProposeDeterminationInput, { description: '提出内容 · What is proposed' })
    input: ProposeDeterminationInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, proposeDetermination(context, input));
  }

  @Mutation(() => Determination, {
    nullable: true,
    description:
      '提出识别（未建档户）；批准后方建档 · Applies to be identified; the household is registered by the approval',
  })
  proposeIdentification(
    @Arg('input', () => ProposeIdentificationInput, { description: '申请内容 · The application' })
    input: ProposeIdentificationInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, proposeIdentification(context, input));
  }

  @Mutation(() => Determination, { nullable: true, description: '登记民主评议 · Records the democratic appraisal' })
  appraiseDetermination(
    @TheId() id: string,
    @Arg('input', () => AppraisalInput, { description: '评议结果 · How they voted' }) input: AppraisalInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, appraiseDetermination(context, id, input));
  }

  @Mutation(() => PublicNotice, {
    nullable: true,
    description: '公示一批认定，正文自动生成 · Posts a batch of determinations; the text is generated',
  })
  async postDeterminations(@Ids() ids: string[], @Ctx() context: HouseholdsContext) {
    return noticeById.load(context, await postDeterminations(context, 'post', ids));
  }

  @Mutation(() => Determination, {
    nullable: true,
    description: '审核（提出、评议以外的人）· Reviews, by another hand than proposed and appraised',
  })
  reviewDetermination(@TheId() id: string, @Remark() remark: string | null, @Ctx() context: HouseholdsContext) {
    return again(context, reviewDetermination(context, id, remark));
  }

  @Mutation(() => Determination, {
    nullable: true,
    description: '入户核实，贫困户签字认可 · Verifies in the house, acknowledged by the household’s signature',
  })
  verifyDetermination(
    @TheId() id: string,
    @Arg('input', () => VerificationInput, { description: '核实结果 · What was verified' }) input: VerificationInput,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, verifyDetermination(context, id, input));
  }

  @Mutation(() => Determination, {
    nullable: true,
    description: '登记数据比对 · Records the comparison with other bureaus',
  })
  compareDetermination(
    @TheId() id: string,
    @Arg('clean', { description: '是否无疑点 · Whether nothing speaks against it' }) clean: boolean,
    @Arg('remark', { description: '比对情况 · What was compared and found' }) remark: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, compareDetermination(context, id, { clean, remark }));
  }

  @Mutation(() => Determination, {
    nullable: true,
    description: '审批（区、功能区），状态随之认定 · Approves, by district or zone: the state is set with it',
  })
  approveDetermination(
    @TheId() id: string,
    @Arg('documentNumber', { description: '审批文号 · Document of the approval' }) documentNumber: string,
    @Remark() remark: string | null,
    @Ctx() context: HouseholdsContext,
  ) {
    return again(context, approveDetermination(context, id, { documentNumber, remark }));
  }

  @Mutation(() => PublicNotice, {
    nullable: true,
    description: '公告一批已批准的认定 · Announces a batch that was approved',
  })
  async announceDeterminations(@Ids() ids: string[], @Ctx() context: HouseholdsContext) {
    return noticeById.load(context, await postDeterminations(context, 'announce', ids));
  }

  @Mutation(() => Determination, { nullable: true, description: '不通过 · Refuses a determination' })
  refuseDetermination(@TheId() id: string, @Reason() reason: string, @Ctx() context: HouseholdsContext) {
    return again(context, stopDetermination(context, 'refused', id, reason));
  }

  @Mutation(() => Determination, { nullable: true, description: '撤回（提出人）· Withdraws it, by who proposed it' })
  withdrawDetermination(@TheId() id: string, @Reason() reason: string, @Ctx() context: HouseholdsContext) {
    return again(context, stopDetermination(context, 'withdrawn', id, reason));
  }
}
