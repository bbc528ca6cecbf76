// What was found of each line of a statement (对账结果), shown with the line and the journal, and how a difference is explained.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Journal } from '../ledger/journal.entity';
import { journalById } from '../ledger/journal.loader';
import { explainItem } from './explain-item';
import { FundStatement } from './fund-statement.entity';
import { listItems } from './list-statements';
import { ItemOutcome } from './match-statement.rules';
import { ReconciliationItem, StatementLine } from './reconciliation-item.entity';
import { lineOfStatementById } from './statement.loader';

const ReconciliationItemConnection = connectionOf(ReconciliationItem, 'ReconciliationItem', '对账项', 'items');

@Resolver(() => ReconciliationItem)
export class ReconciliationItemResolver {
  @Mutation(() => ReconciliationItem, {
    nullable: true,
    description: '说明差异，一次为限 · Explains a difference, once',
  })
  explainReconciliationItem(
    @Arg('id', () => ID, { description: '对账项标识 · Id of the item' }) id: string,
    @Arg('explanation', { description: '说明（2 至 300 字）· Explanation, 2 to 300 characters' }) explanation: string,
    @Ctx() context: Context,
  ) {
    return explainItem(context, id, explanation);
  }

  @FieldResolver(() => StatementLine, { nullable: true, description: '对账单上的行 · The line of the statement' })
  line(@Root() { lineId }: ReconciliationItem, @Ctx() context: Context) {
    return lineId === null ? null : lineOfStatementById.load(context, lineId);
  }

  @FieldResolver(() => Journal, { nullable: true, description: '账上的凭证 · The journal in the books' })
  journal(@Root() { journalId }: ReconciliationItem, @Ctx() context: Context) {
    return journalId === null ? null : journalById.load(context, journalId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '说明人 · Who explained it' })
  explainedBy(@Root() { explainedBy }: ReconciliationItem) {
    return personOf(explainedBy);
  }
}

@Resolver(() => FundStatement)
export class StatementItemsResolver {
  @FieldResolver(() => ReconciliationItemConnection, {
    nullable: true,
    description: '逐笔结果，可只看一种 · What was found, line by line; of one outcome where wanted',
  })
  async items(
    @Root() { id }: FundStatement,
    @Arg('outcome', () => ItemOutcome, { nullable: true, description: '只要此结果 · Only this outcome' })
    outcome: ItemOutcome | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ReconciliationItem>> {
    return connect(await listItems(context, id, outcome ?? null, args), (item) => cursorOf(item.id));
  }
}
