// Reads a statement that came as a file (读取对账单): refused as a whole with its cells named, or kept and matched; the same content once.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, Refusal } from '#platform/vocabulary/refusal';
import type { FundsContext } from '../tools';
import { keepStatement, refusalOfStatement } from './keep-statement';
import { checkStatement } from './match-statement.rules';
import { type ReadStatement, readStatement, type StatementFlaw } from './read-statement.rules';
import { reconciliationRefusals } from './reconciliation-refusals.rules';
import { findStatementProfile } from './request-statement-upload';
import { StatementFile, StatementFileState } from './statement-file.entity';

const SEALED = 'select f.sealed from funds.statement_file f where f.id = $1';
/** Of the same account, month and content, and not taken back since. */
const SAME = `select f.statement_id as id from funds.statement_file f join funds.statement s on s.id = f.statement_id and s.outcome is distinct from 'withdrawn'
  where f.account_id = $1 and f.month = $2 and f.sha256 = $3 and f.state = 'taken'`;
const SETTLE = 'update funds.statement_file set state = $2, flaws = $3, statement_id = $4 where id = $1';

export async function takeStatementFile(context: FundsContext, id: string): Promise<string> {
  checkId(id, '对账单文件 file of a statement');
  const { inScope, caller } = context;
  const file = await inScope.read(async (rows) => {
    const [found] = await rows.select(StatementFile, 'where t.id = $1', [id]);
    const [content] = await rows.query<{ sealed: Buffer }>(SEALED, [id]);
    return found && content ? { ...found, sealed: content.sealed } : null;
  });
  if (!file) throw commonRefusals.notFound({ what: '对账单文件 file of a statement' });
  const read = await readFile(context, file);
  await inScope
    .write({ action: 'takeStatementFile', target: id }, async (rows) => {
      const [locked] = await rows.select(StatementFile, 'where t.id = $1 for update', [id]);
      if (locked?.state !== StatementFileState.received)
        throw reconciliationRefusals.statementFileState({ state: locked?.state ?? '' });
      const settle = (state: StatementFileState, statementId: string | null, flaws: StatementFlaw[] = []) =>
        rows.query(SETTLE, [id, state, JSON.stringify(flaws), statementId]);
      const same = await sameContent(rows, file);
      if (same !== null) return void (await settle(StatementFileState.duplicate, same));
      if (read.flaws.length > 0) return void (await settle(StatementFileState.refused, null, read.flaws));
      const { accountId, month, name } = file;
      const { opening, closing, lines } = read;
      const statementId = newId();
      await keepStatement(rows, caller.personId, statementId, { accountId, month, name, opening, closing, lines });
      await settle(StatementFileState.taken, statementId);
    })
    .catch((error: unknown) => {
      throw refusalOfStatement(error, file.month);
    });
  return id;
}

async function sameContent(rows: WriteRows, { accountId, month, sha256 }: StatementFile): Promise<string | null> {
  const [same] = await rows.query<{ id: string }>(SAME, [accountId, month, sha256]);
  return same?.id ?? null;
}

/** What is wrong with it is kept with the file: whoever brought it asks for another. */
async function readFile(
  context: FundsContext,
  { profile: name, month, sealed }: StatementFile,
): Promise<ReadStatement> {
  const { personalData, statementFiles } = context.tools;
  const profile = findStatementProfile(context, name);
  try {
    const read = readStatement(profile, month, await statementFiles.read(profile, personalData.openBytes(sealed)));
    if (read.flaws.length === 0) checkStatement(month, read, read.lines);
    return read;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { opening: 0n, closing: 0n, lines: [], flaws: [{ cell: 'A1', says: error.message }] };
  }
}
