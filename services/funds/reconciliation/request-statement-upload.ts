// A ticket to bring a statement as a file (申请上传对账单): of an account and month, in a profile that is known.
import { checkUpload } from '#platform/graph/files/check-upload';
import type { FileTicket } from '#platform/graph/files/evidence';
import { issueTicket } from '#platform/graph/files/issue-ticket';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { reconciliationRefusals } from './reconciliation-refusals.rules';
import type { StatementFileInput } from './statement.input';
import { accountById } from './statement.loader';
import type { StatementProfile } from './statement-profile.rules';

export const STATEMENT_FILE = 'statement-file';

export function findStatementProfile({ tools }: FundsContext, name: string): StatementProfile {
  const found = tools.statementProfiles.find((profile) => profile.name === name);
  if (!found) throw reconciliationRefusals.statementProfileUnknown({ profile: name.slice(0, 40) });
  return found;
}

export async function requestStatementUpload(context: FundsContext, input: StatementFileInput): Promise<FileTicket> {
  const { accountId, month, name, bytes } = input;
  checkId(accountId, '账户 account');
  const profile = findStatementProfile(context, input.profile);
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(month))
    throw invalidInput('month', '月份须如 2018-05', 'a month is like 2018-05');
  checkUpload(context.tools.files, { name, bytes });
  if ((await accountById.load(context, accountId)) === null) throw commonRefusals.notFound({ what: '账户 account' });
  const kind = profile.form === 'workbook' ? 'xlsx' : 'text';
  const order = { subgraph: 'funds', action: 'requestStatementUpload', verb: 'upload', what: STATEMENT_FILE } as const;
  return issueTicket(context, { ...order, about: { name, kind, bytes, accountId, month, profile: profile.name } });
}
