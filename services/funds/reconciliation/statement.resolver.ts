// What the graph answers about reconciling with treasury and bank (对账), and who submits, explains and confirms.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import { decideStatement } from './decide-statement';
import { FundAccount } from './fund-account.entity';
import { FundStatement } from './fund-statement.entity';
import { listStatements } from './list-statements';
import { openFundAccount } from './open-fund-account';
import { ReconciliationCount } from './reconciliation-count.entity';
import { OpenFundAccountInput, SubmitStatementInput } from './statement.input';
import { accountById, outcomesOfStatement, statementById } from './statement.loader';
import { submitStatement } from './submit-statement';

const FundStatementConnection = connectionOf(FundStatement, 'FundStatement', '对账单', 'statements');
const idIs = { description: '对账单标识 · Id of the statement' };

@Resolver(() => FundStatement)
export class FundStatementResolver {
  @Query(() => FundStatement, { nullable: true, description: '按标识查对账单 · A statement by its id' })
  fundStatement(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? statementById.load(context, id) : null;
  }

  @Query(() => FundStatementConnection, {
    nullable: true,
    description: '对账单，后者在前 · Statements, the last first',
  })
  async fundStatements(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<FundStatement>> {
    return connect(await listStatements(context, args), ({ month, id }) => cursorOf(month, id));
  }

  @Query(() => [FundAccount], { nullable: true, description: '国库与银行账户 · Accounts of treasury and bank' })
  fundAccounts(@Ctx() { inScope }: Context) {
    return inScope.read((rows) => rows.select(FundAccount, 'order by t.book, t.payment limit 50', []));
  }

  @Mutation(() => FundAccount, {
    nullable: true,
    description: '登记国库或银行账户 · Enters an account of treasury or bank',
  })
  openFundAccount(
    @Arg('input', () => OpenFundAccountInput, { description: '内容 · The account' }) input: OpenFundAccountInput,
    @Ctx() context: Context,
  ) {
    return openFundAccount(context, input);
  }

  @Mutation(() => FundStatement, {
    nullable: true,
    description:
      '提交月度对账单并与资金账逐笔核对 · Submits a month’s statement, which is matched with the book of cash line by line',
  })
  async submitFundStatement(
    @Arg('input', () => SubmitStatementInput, { description: '内容 · The statement' }) input: SubmitStatementInput,
    @Ctx() context: Context,
  ) {
    return statementById.load(context, await submitStatement(context, input));
  }

  @Mutation(() => FundStatement, {
    nullable: true,
    description:
      '确认对账（须另一人；差异须均已说明）· Confirms a reconciliation, by another person, when all differences are explained',
  })
  async confirmFundStatement(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return statementById.load(context, await decideStatement(context, id, 'confirmed'));
  }

  @Mutation(() => FundStatement, {
    nullable: true,
    description: '撤回对账单，可另行提交 · Takes a statement back, so that another can be submitted',
  })
  async withdrawFundStatement(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return statementById.load(context, await decideStatement(context, id, 'withdrawn'));
  }

  @FieldResolver(() => FundAccount, { nullable: true, description: '账户 · The account' })
  account(@Root() { accountId }: FundStatement, @Ctx() context: Context) {
    return accountById.load(context, accountId);
  }

  @FieldResolver(() => [ReconciliationCount], { nullable: true, description: '各结果笔数 · How many of each outcome' })
  counts(@Root() { id }: FundStatement, @Ctx() context: Context) {
    return outcomesOfStatement.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提交人 · Who submitted it' })
  submittedBy(@Root() { submittedBy }: FundStatement) {
    return personOf(submittedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '确认人 · Who confirmed it' })
  decidedBy(@Root() { decidedBy }: FundStatement) {
    return personOf(decidedBy);
  }
}
