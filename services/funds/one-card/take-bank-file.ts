// Reads what the bank sent (读取回盘、退票): refused as a whole if it contradicts itself, else matched line by line in one transaction.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { answerOf, type BankAnswer } from './bank-file.rules';
import { findProfile } from './find-profile';
import { oneCardRefusals } from './one-card-refusals.rules';

interface KeptFile {
  profile: string;
  state: string;
  sealed: Buffer;
}

const KEPT = `select f.profile, f.state, c.sealed from funds.bank_file f join funds.bank_file_content c on c.file_id = f.id where f.id = $1 and f.kind <> 'payment'`;

const TAKE = 'select funds.take_bank_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as verdict';

export async function takeBankFile(context: FundsContext, id: string): Promise<string> {
  checkId(id, '银行文件 bank file');
  const { inScope } = context;
  const [kept] = await inScope.read(({ query }) => query<KeptFile>(KEPT, [id]));
  if (!kept) throw commonRefusals.notFound({ what: '银行文件 bank file' });
  if (kept.state !== 'received') throw oneCardRefusals.bankFileState({ state: kept.state });
  const read = await readAnswer(context, kept);
  await inScope.write({ action: 'takeBankFile', target: id }, async (rows) => {
    const flaw = typeof read === 'string' ? read : await take(context, rows, id, read);
    if (flaw === null) return;
    rows.deed.facts = { refused: flaw };
    const [answer] = await rows.query<{ verdict: string }>('select funds.refuse_bank_file($1, $2) as verdict', [
      id,
      flaw,
    ]);
    tellState(answer?.verdict ?? 'unknown');
  });
  return id;
}

/** What is wrong with it is kept with the file: whoever brought it asks the bank for another. */
async function readAnswer(context: FundsContext, { profile: name, sealed }: KeptFile): Promise<BankAnswer | string> {
  const { personalData, bankFiles } = context.tools;
  const profile = findProfile(context, name);
  try {
    return answerOf(profile, await bankFiles.read(profile, profile.answer, personalData.openBytes(sealed)));
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
}

async function take(
  { tools: { personalData } }: FundsContext,
  rows: WriteRows,
  id: string,
  { kind, batch, lines }: BankAnswer,
): Promise<string | null> {
  const [answer] = await rows.query<{ verdict: string }>(TAKE, [
    id,
    kind,
    batch,
    lines.map(({ reference }) => reference),
    lines.map(({ card }) => personalData.blindIndex(card)),
    lines.map(({ card }) => card.slice(-4)),
    lines.map(({ amount }) => amount.toString()),
    lines.map(({ direction }) => direction),
    lines.map(({ told }) => told),
    lines.map(({ reason }) => reason),
    lines.map(() => newId()),
  ]);
  const [word, rest = ''] = (answer?.verdict ?? 'unknown').split(' ');
  if (word === 'done') return null;
  if (word === 'batch-unknown') return `没有批次 ${batch} · there is no batch ${batch}`;
  if (word === 'batch-state')
    return `批次 ${batch} 状态为 ${rest}，未放款 · batch ${batch} is ${rest} and was not released`;
  if (word === 'profile')
    return `批次 ${batch} 的文件格式为 ${rest} · the files of batch ${batch} are of profile ${rest}`;
  return tellState(answer?.verdict ?? 'unknown');
}

function tellState(verdict: string): null {
  if (verdict === 'done') return null;
  if (verdict.startsWith('state ')) throw oneCardRefusals.bankFileState({ state: verdict.slice('state '.length) });
  throw commonRefusals.notFound({ what: '银行文件 bank file' });
}
