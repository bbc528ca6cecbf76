// Keeps a month's statement (留存对账单): its lines as they came, each matched with the book of cash at once.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { brokenConstraint } from '#platform/graph/errors';
import { dayAfterMonth } from '#platform/vocabulary/calendar-day';
import { contentHash } from '#platform/vocabulary/canonical';
import { formatYuan } from '#platform/vocabulary/money';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { subtreeOf } from '#platform/vocabulary/region';
import { CASH_ENTRIES } from './cash-entries.query';
import { FundAccount } from './fund-account.entity';
import { type Entry, matchStatement } from './match-statement.rules';
import { reconciliationRefusals } from './reconciliation-refusals.rules';
import type { StatementLineInput, SubmitStatementInput } from './statement.input';

export async function keepStatement(
  rows: WriteRows,
  personId: string | null,
  id: string,
  { accountId, month, name, opening, closing, lines }: SubmitStatementInput,
): Promise<void> {
  const account = await rows.manager.findOneBy(FundAccount, { id: accountId });
  if (!account) throw commonRefusals.notFound({ what: '账户 account' });
  await checkOpening(rows, accountId, month, opening);
  const content = { month, opening: opening.toString(), closing: closing.toString(), lines: lines.map(told) };
  await rows.query(
    `insert into funds.statement (id, account_id, month, name, content_hash, opening, closing, region_id, path, submitted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, accountId, month, name, contentHash(content), opening.toString(), closing.toString()],
      ...[account.regionId, account.path, personId],
    ],
  );
  const kept = lines.map((line) => ({ id: newId(), ...line }));
  await keepLines(rows, id, account.path, kept);
  await keepItems(rows, id, account, month, kept);
}

/** What closed the month before opens this one, where that month has its statement. */
async function checkOpening(rows: WriteRows, accountId: string, month: string, opening: bigint): Promise<void> {
  const [before] = await rows.query<{ month: string; closing: string }>(
    `select s.month, s.closing::text as closing from funds.statement s where s.account_id = $1 and s.outcome is distinct from 'withdrawn'
       and s.month = to_char(($2 || '-01')::date - 1, 'YYYY-MM')`,
    [accountId, month],
  );
  if (!before || BigInt(before.closing) === opening) return;
  throw reconciliationRefusals.statementOpening({
    ...{ month: before.month, opening: formatYuan(opening), closing: formatYuan(BigInt(before.closing)) },
  });
}

export function refusalOfStatement(error: unknown, month: string): unknown {
  return brokenConstraint(error) === 'statement_once' ? reconciliationRefusals.statementMade({ month }) : error;
}

const told = ({ day, direction, reference, amount, counterparty }: StatementLineInput) => ({
  ...{ day, direction, reference, amount: amount.toString() },
  counterparty: counterparty ?? null,
});

type KeptLine = StatementLineInput & { id: string };

async function keepLines(rows: WriteRows, id: string, path: string, lines: readonly KeptLine[]): Promise<void> {
  await rows.query(
    `insert into funds.statement_line (id, statement_id, number, on_day, direction, reference, amount, counterparty, path)
     select given.id, $1, given.number, given.day, given.direction, given.reference, given.amount, given.counterparty, $2
     from unnest($3::uuid[], $4::int[], $5::date[], $6::text[], $7::text[], $8::bigint[], $9::text[])
       as given(id, number, day, direction, reference, amount, counterparty)`,
    [
      id,
      path,
      lines.map((line) => line.id),
      lines.map((_, at) => at + 1),
      lines.map(({ day }) => day),
      lines.map(({ direction }) => direction),
      lines.map(({ reference }) => reference),
      lines.map(({ amount }) => amount.toString()),
      lines.map(({ counterparty }) => counterparty ?? null),
    ],
  );
}

async function keepItems(
  rows: WriteRows,
  id: string,
  account: FundAccount,
  month: string,
  lines: readonly KeptLine[],
): Promise<void> {
  const { lo, hi } = subtreeOf(account.path);
  const entries = await rows.query<Entry>(CASH_ENTRIES, [
    ...[account.book, account.payment, lo, hi, `${month}-01`, dayAfterMonth(month), account.id],
  ]);
  const items = matchStatement(lines, entries);
  await rows.query(
    `insert into funds.reconciliation_item (id, statement_id, line_id, journal_id, outcome, differences, path)
     select given.id, $1, given.line, given.journal, given.outcome, string_to_array(given.differences, ' '), $2
     from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) as given(id, line, journal, outcome, differences)`,
    [
      id,
      account.path,
      items.map(() => newId()),
      items.map(({ lineId }) => lineId),
      items.map(({ journalId }) => journalId),
      items.map(({ outcome }) => outcome),
      items.map(({ differences }) => differences.join(' ')),
    ],
  );
}
