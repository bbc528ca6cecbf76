// Tickets for the bank's files (银行文件凭证): to fetch what was released, and to bring what the bank sent.
import { checkUpload } from '#platform/graph/files/check-upload';
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { findProfile } from './find-profile';
import type { BankAnswerInput } from './one-card.input';

export const BANK_FILE = 'bank-file';
export const BANK_ANSWER = 'bank-answer';

export async function requestBankFile(context: FundsContext, batchId: string): Promise<FileTicket> {
  checkId(batchId, '一卡通批次 one-card batch');
  const [file] = await context.inScope.read(({ query }) =>
    query<{ id: string }>(`select f.id from funds.bank_file f where f.batch_id = $1 and f.kind = 'payment'`, [batchId]),
  );
  if (!file) throw commonRefusals.notFound({ what: '银行文件 bank file' });
  const order = { subgraph: 'funds', action: 'requestBankFile', verb: 'download', what: BANK_FILE } as const;
  return issueTicket(context, { ...order, about: { fileId: file.id } });
}

export async function requestBankAnswerUpload(context: FundsContext, input: BankAnswerInput): Promise<FileTicket> {
  const { name, bytes } = input;
  const profile = findProfile(context, input.profile);
  checkUpload(context.tools.files, { name, bytes });
  const kind = profile.form === 'workbook' ? 'xlsx' : 'text';
  const order = { subgraph: 'funds', action: 'requestBankAnswerUpload', verb: 'upload', what: BANK_ANSWER } as const;
  return issueTicket(context, { ...order, about: { name, kind, bytes, profile: profile.name } });
}
