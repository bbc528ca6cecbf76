// The bank's files at the file door (银行文件收发): sealed at once when they come, opened in the scope of whoever fetches the order.
import type { FileMaker, FileTaker } from '#platform/graph/files/file-answer';
import { contentTypes } from '#platform/graph/files/file-kind';
import { sha256Of } from '#platform/vocabulary/canonical';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findProfile } from './one-card/find-profile';
import { permissions } from './permissions';
import { findStatementProfile } from './reconciliation/request-statement-upload';
import type { FundsContext } from './tools';

export const bankFileDownload: FileMaker = async (given, { fileId }) => {
  const { caller, inScope, tools } = given as unknown as FundsContext;
  if (!permissions.ruleOf('Mutation', 'requestBankFile').admits(caller)) throw commonRefusals.forbidden();
  const [file] = await inScope.read(({ query }) =>
    query<{ name: string; sealed: Buffer }>(
      `select f.name, c.sealed from funds.bank_file f join funds.bank_file_content c on c.file_id = f.id where f.id = $1 and f.kind = 'payment'`,
      [fileId],
    ),
  );
  if (!file) throw commonRefusals.notFound({ what: '银行文件 bank file' });
  const contentType = file.name.endsWith('.xlsx') ? contentTypes.xlsx : 'application/octet-stream';
  return { name: file.name, contentType, body: tools.personalData.openBytes(file.sealed) };
};

export const bankAnswerUpload: FileTaker = async (given, { id, name, about, body }) => {
  const context = given as unknown as FundsContext;
  const { caller, tools } = context;
  if (!permissions.ruleOf('Mutation', 'requestBankAnswerUpload').admits(caller)) throw commonRefusals.forbidden();
  const profile = findProfile(context, String(about.profile));
  const sha256 = sha256Of(body);
  const sealed = tools.personalData.sealBytes(body);
  return async (query) => {
    const [answer] = (await query('select funds.receive_bank_file($1, $2, $3, $4, $5, $6, $7, $8) as verdict', [
      id,
      profile.name,
      profile.hash,
      name,
      sha256,
      body.length,
      caller.regionId,
      sealed,
    ])) as { verdict: string }[];
    if (answer?.verdict !== 'done') throw commonRefusals.forbidden();
  };
};

export const statementUpload: FileTaker = async (given, { id, name, about, body }) => {
  const context = given as unknown as FundsContext;
  const { caller, tools } = context;
  if (!permissions.ruleOf('Mutation', 'requestStatementUpload').admits(caller)) throw commonRefusals.forbidden();
  const profile = findStatementProfile(context, String(about.profile));
  const sha256 = sha256Of(body);
  const sealed = tools.personalData.sealBytes(body);
  const told = [about.accountId, about.month, profile.name, profile.hash, name, sha256, body.length, sealed];
  return async (query) => {
    const [answer] = (await query(
      'select funds.receive_statement_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as verdict',
      [id, ...told, caller.regionId],
    )) as { verdict: string }[];
    if (answer?.verdict !== 'done') throw commonRefusals.notFound({ what: '账户 account' });
  };
};
