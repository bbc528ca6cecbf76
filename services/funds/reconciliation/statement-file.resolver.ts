// What the graph answers about statements that come as files (对账单文件): profiles, a ticket to bring one, and reading it.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FileTicket } from '#platform/graph/files/evidence';
import { isId } from '#platform/vocabulary/id';
import { Person, personOf } from '../foreign/person';
import type { FundsContext } from '../tools';
import { FundAccount } from './fund-account.entity';
import { FundStatement } from './fund-statement.entity';
import { requestStatementUpload } from './request-statement-upload';
import { StatementFileInput } from './statement.input';
import { accountById, statementById, statementFileById } from './statement.loader';
import { StatementFile, StatementProfileShown } from './statement-file.entity';
import { headingsOf } from './statement-profile.rules';
import { takeStatementFile } from './take-statement-file';

const idIs = { description: '文件标识，即上传凭证 · Id of the file, which is its ticket’s' };

@Resolver(() => StatementFile)
export class StatementFileResolver {
  @Query(() => StatementFile, { nullable: true, description: '按标识查对账单文件 · A file of a statement by its id' })
  statementFile(@Arg('id', () => ID, idIs) id: string, @Ctx() context: FundsContext) {
    return isId(id) ? statementFileById.load(context, id) : null;
  }

  @Query(() => [StatementProfileShown], { nullable: true, description: '对账单格式 · Profiles of statements' })
  statementProfiles(@Ctx() { tools }: FundsContext): StatementProfileShown[] {
    return tools.statementProfiles.map((profile) => {
      const { name, title, hash } = profile;
      return { name, title: `${title.zh} · ${title.en}`, hash, headings: headingsOf(profile) };
    });
  }

  @Mutation(() => FileTicket, {
    nullable: true,
    description: '申请上传对账单（国库或银行的明细文件）· Asks to bring a statement of treasury or bank as a file',
  })
  requestStatementUpload(
    @Arg('input', () => StatementFileInput, { description: '文件 · The file' }) input: StatementFileInput,
    @Ctx() context: FundsContext,
  ) {
    return requestStatementUpload(context, input);
  }

  @Mutation(() => StatementFile, {
    nullable: true,
    description:
      '读取对账单：有误的整份拒收并指明单元格，否则留存并逐笔核对 · Reads a statement: refused as a whole with its cells named, or kept and matched line by line',
  })
  async takeStatementFile(@Arg('id', () => ID, idIs) id: string, @Ctx() context: FundsContext) {
    return statementFileById.load(context, await takeStatementFile(context, id));
  }

  @FieldResolver(() => FundAccount, { nullable: true, description: '账户 · The account' })
  account(@Root() { accountId }: StatementFile, @Ctx() context: FundsContext) {
    return accountById.load(context, accountId);
  }

  @FieldResolver(() => FundStatement, { nullable: true, description: '所成的对账单 · The statement that it made' })
  statement(@Root() { statementId }: StatementFile, @Ctx() context: FundsContext) {
    return statementId === null ? null : statementById.load(context, statementId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '上传人 · Who brought it' })
  broughtBy(@Root() { broughtBy }: StatementFile) {
    return personOf(broughtBy);
  }
}
