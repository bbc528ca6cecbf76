// Claims a stage (申请报账): in order, after acceptance where it says so, with its documents; the money is reserved at once.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { todayInBeijing } from '#platform/graph/today';
import { checkId } from '#platform/vocabulary/id';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { reimbursementRefusals } from './reimbursement-refusals.rules';
import type { StageDocument } from './stage-claim.entity';

export interface StageOrder {
  reimbursementId: string;
  stage: string;
  documents: readonly StageDocument[];
}

export async function claimStage(context: Context, order: StageOrder, idempotencyKey: string): Promise<string> {
  const { reimbursementId, stage } = order;
  checkId(reimbursementId, '报账项目 contract');
  const documents = await checkDocuments(context, order.documents);
  const { caller, inScope } = context;
  const payload = { reimbursementId, stage, documents };
  const once = { subgraph: 'funds', caller, operation: 'claimStage', idempotencyKey, payload } as const;
  return inScope.write({ action: 'claimStage', facts: { reimbursementId, stage } }, async (rows) => {
    const made = await onceOnly(rows, once, async () => {
      const id = newId();
      const [answer] = await rows.query<{ verdict: string }>(
        'select funds.claim_stage($1, $2, $3, $4, $5) as verdict',
        [...[reimbursementId, id, stage, JSON.stringify(documents), newId()]],
      );
      tellVerdict(answer?.verdict ?? 'unknown', stage);
      return id;
    });
    rows.deed.target = made;
    return made;
  });
}

/** 缺少费用清单和凭证的不予报账: each has its number and its day, which is not a day to come. */
async function checkDocuments(context: Context, documents: readonly StageDocument[]): Promise<StageDocument[]> {
  const today = await todayInBeijing.load(context, 'today');
  if (documents.length > 50) throw invalidInput('documents', '至多 50 份材料', 'at most 50 documents');
  return documents.map(({ kind, number, day }, at) => {
    if (number.trim().length < 2 || number.length > 100)
      throw invalidInput(`documents.${at}.number`, '编号须为 2 至 100 个字符', 'a number has 2 to 100 characters');
    if (day > today)
      throw invalidInput(`documents.${at}.day`, '材料日期不得晚于今日', 'a document is not of a day to come');
    return { kind, number: number.trim(), day };
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
