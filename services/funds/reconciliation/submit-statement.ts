// Submits a month's statement (提交对账单) line by line, as an officer enters it.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { checkId } from '#platform/vocabulary/id';
import { keepStatement, refusalOfStatement } from './keep-statement';
import { checkStatement } from './match-statement.rules';
import type { SubmitStatementInput } from './statement.input';

export async function submitStatement(context: Context, input: SubmitStatementInput): Promise<string> {
  const { accountId, month, opening, closing, lines } = input;
  checkId(accountId, '账户 account');
  checkStatement(month, { opening, closing }, lines);
  const id = newId();
  const facts = { accountId, month };
  await context.inScope
    .write({ action: 'submitFundStatement', target: id, facts }, (rows) =>
      keepStatement(rows, context.caller.personId, id, input),
    )
    .catch((error: unknown) => {
      throw refusalOfStatement(error, month);
    });
  return id;
}
