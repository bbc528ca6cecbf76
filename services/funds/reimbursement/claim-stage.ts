// Claims a stage (申请报账): in order, after acceptance where it says so, with its documents; the money is reserved at once.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { brokenConstraint, brokenDetail } from '#platform/graph/errors';
import { attachEvidence, ownEvidence } from '#platform/graph/files/attach-evidence';
import { todayInBeijing } from '#platform/graph/today';
import { checkId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { StageDocumentInput } from './reimbursement.input';
import { reimbursementRefusals } from './reimbursement-refusals.rules';
import { StageClaim } from './stage-claim.entity';

export interface StageOrder {
  reimbursementId: string;
  stage: string;
  documents: readonly StageDocumentInput[];
}

export async function claimStage(context: Context, order: StageOrder, idempotencyKey: string): Promise<string> {
  const { reimbursementId, stage } = order;
  checkId(reimbursementId, '报账项目 contract');
  const documents = await readDocuments(context, order.documents);
  const evidence = await ownEvidence(
    context,
    'funds',
    order.documents.map(({ evidenceId }) => evidenceId),
  );
  const hashes = new Map(evidence.map(({ id, sha256 }) => [id, sha256]));
  const papers = documents.map(({ evidenceId, ...paper }) => ({ ...paper, sha256: hashes.get(evidenceId) }));
  const { caller, inScope } = context;
  const payload = { reimbursementId, stage, documents };
  const once = { subgraph: 'funds', caller, operation: 'claimStage', idempotencyKey, payload } as const;
  return inScope
    .write({ action: 'claimStage', facts: { reimbursementId, stage } }, async (rows) => {
      const made = await onceOnly(rows, once, async () => {
        const id = newId();
        const [answer] = await rows.query<{ verdict: string }>(
          'select funds.claim_stage($1, $2, $3, $4, $5) as verdict',
          [...[reimbursementId, id, stage, JSON.stringify(papers), newId()]],
        );
        tellVerdict(answer?.verdict ?? 'unknown', stage);
        const [claim] = await rows.select(StageClaim, 'where t.id = $1', [id]);
        const { regionId = '', path = '' } = claim ?? {};
        await attachEvidence(rows, 'funds', evidence, caller.personId ?? '', {
          kind: 'stage-claim',
          id,
          regionId,
          path,
        });
        return id;
      });
      rows.deed.target = made;
      return made;
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'stage_claim_documents') throw paperRefusalOf(error);
      throw error;
    });
}

/** The rows say which document is wrong, and how. */
function paperRefusalOf(error: unknown): Error {
  const [wrong = '', kind = ''] = (brokenDetail(error) ?? '').split(' ');
  const flaw = reimbursementRefusals.documentFlaw;
  if (wrong === 'sealed') return flaw({ kind, zh: '无部门签字盖章', en: 'is not signed and sealed' });
  if (wrong === 'dated')
    return flaw({
      kind,
      zh: '日期早于验收或应申请日',
      en: 'is dated before the acceptance, or before its stage is due',
    });
  return flaw({ kind, zh: '没有文件', en: 'has no file' });
}

/** 缺少费用清单和凭证的不予报账: each has its number and its day, which is not a day to come. */
async function readDocuments(
  context: Context,
  documents: readonly StageDocumentInput[],
): Promise<StageDocumentInput[]> {
  const today = await todayInBeijing.load(context, 'today');
  if (documents.length > 20) throw invalidInput('documents', '至多 20 份材料', 'at most 20 documents');
  return documents.map(({ kind, number, day, sealed, evidenceId }, at) => {
    if (number.trim().length < 2 || number.length > 100)
      throw invalidInput(`documents.${at}.number`, '编号须为 2 至 100 个字符', 'a number has 2 to 100 characters');
    if (day > today)
      throw invalidInput(`documents.${at}.day`, '材料日期不得晚于今日', 'a document is not of a day to come');
    return { kind, number: number.trim(), day, sealed, evidenceId };
  });
}

function tellVerdict(verdict: string, stage: string): void {
  if (verdict === 'done') return;
  const word = verdict.split(' ', 1)[0] ?? '';
  const rest = verdict.slice(word.length + 1);
  if (word === 'stage-unknown') throw reimbursementRefusals.stageUnknown({ stage });
  if (word === 'claimed') throw reimbursementRefusals.stageClaimed();
  if (word === 'before') throw reimbursementRefusals.stageOrder({ before: rest });
  if (word === 'scale') throw reimbursementRefusals.scaleFirst();
  if (word === 'not-accepted') throw reimbursementRefusals.notAccepted();
  if (word === 'due') throw reimbursementRefusals.depositNotDue({ day: rest });
  if (word === 'documents') throw reimbursementRefusals.documentsMissing({ kinds: rest });
  if (word === 'short') throw refusals.lotInsufficient({ account: 'available', missing: formatYuan(BigInt(rest)) });
  throw commonRefusals.notFound({ what: '报账项目 contract' });
}
