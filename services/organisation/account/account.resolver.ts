// Account administration (账号管理): what the system administrator does, who can grant no post.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import type { OrganisationTools } from '../sign-in/tools.rules';
import { Account } from './account.entity';
import {
  AccountSheetArgs,
  AccountsArgs,
  CreateAccountArgs,
  DisableAccountArgs,
  ImportAccountsArgs,
  ResetPasswordArgs,
} from './account.input';
import { AccountImport, AccountImportPreview, DrawnAccount } from './account-import.entity';
import { createAccount } from './create-account';
import { disableAccount } from './disable-account';
import { enableAccount } from './enable-account';
import { importAccounts, previewImport } from './import-accounts';
import { listAccounts } from './list-accounts';
import { resetPassword } from './reset-password';
import { unlockAccount } from './unlock-account';

type DeskContext = Context<OrganisationTools>;
const AccountConnection = connectionOf(Account, 'Account', '账号', 'accounts');

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, { nullable: true, description: '账号列表，按账号名 · Accounts by name' })
  async accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() context: Context): Promise<Connection<Account>> {
    return connect(await listAccounts(context, args), (account) => cursorOf(account.name));
  }

  @Query(() => AccountImportPreview, {
    nullable: true,
    description: '预览账号导入，逐格列出错误 · Preview an import: errors, cell by cell',
  })
  accountImportPreview(@Args(() => AccountSheetArgs) args: AccountSheetArgs, @Ctx() context: DeskContext) {
    return previewImport(context, args);
  }

  @Mutation(() => DrawnAccount, { nullable: true, description: '创建一个账号 · Create one account' })
  createAccount(@Args(() => CreateAccountArgs) args: CreateAccountArgs, @Ctx() context: DeskContext) {
    return createAccount(context, args);
  }

  @Mutation(() => AccountImport, {
    nullable: true,
    description: '从 Excel 批量创建账号，全成或全不成 · Create accounts from a sheet, all or none',
  })
  importAccounts(@Args(() => ImportAccountsArgs) args: ImportAccountsArgs, @Ctx() context: DeskContext) {
    return importAccounts(context, args);
  }

  @Mutation(() => Account, { nullable: true, description: '停用账号，立即生效 · Disable an account, at once' })
  disableAccount(@Args(() => DisableAccountArgs) args: DisableAccountArgs, @Ctx() context: Context<never>) {
    return disableAccount(context, args);
  }

  @Mutation(() => Account, { nullable: true, description: '启用账号 · Enable an account' })
  enableAccount(
    @Arg('id', () => ID, { description: '账号标识 · Id of the account' }) id: string,
    @Ctx() context: Context<never>,
  ) {
    return enableAccount(context, id);
  }

  @Mutation(() => DrawnAccount, { nullable: true, description: '重置口令 · Reset a password' })
  resetPassword(@Args(() => ResetPasswordArgs) args: ResetPasswordArgs, @Ctx() context: DeskContext) {
    return resetPassword(context, args);
  }

  @Mutation(() => Account, { nullable: true, description: '解除登录锁定 · Unlock an account' })
  unlockAccount(
    @Arg('id', () => ID, { description: '账号标识 · Id of the account' }) id: string,
    @Ctx() context: DeskContext,
  ) {
    return unlockAccount(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '账号所属人员 · The person of this account' })
  person(@Root() { personId }: Account, @Ctx() context: Context) {
    return personById.load(context, personId);
  }
}
