// Accounts, statements, their lines and counts, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { FundAccount } from './fund-account.entity';
import { FundStatement } from './fund-statement.entity';
import { StatementLine } from './reconciliation-item.entity';
import { StatementFile } from './statement-file.entity';

export const accountById = defineLoader<FundAccount | null>(
  'fund account by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(FundAccount, { id: Any([...ids]) }), ({ id }) => id),
);

export const statementById = defineLoader<FundStatement | null>(
  'statement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(FundStatement, { id: Any([...ids]) }), ({ id }) => id),
);

export const statementFileById = defineLoader<StatementFile | null>(
  'file of a statement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.select(StatementFile, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const lineOfStatementById = defineLoader<StatementLine | null>(
  'line of a statement by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(StatementLine, { id: Any([...ids]) }), ({ id }) => id),
);

export interface OutcomeRow {
  statementId: string;
  outcome: string;
  count: number;
  open: number;
}

export const outcomesOfStatement = defineLoader<OutcomeRow[]>(
  'outcomes of a statement',
  () => [],
  async (rows, ids) => {
    const found = await rows.query<OutcomeRow>(
      `select statement_id as "statementId", outcome, count(*)::int as count,
         count(*) filter (where outcome <> 'matched' and explanation is null)::int as open
       from funds.reconciliation_item where statement_id = any($1::uuid[]) group by statement_id, outcome order by outcome`,
      [ids],
    );
    return groupBy(found, ({ statementId }) => statementId);
  },
);
