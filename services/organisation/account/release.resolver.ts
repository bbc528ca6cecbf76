// The release of accounts (放行): drawn by the officer who knows no password.
import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person } from '../person/person.entity';
import { personById } from '../person/person.loader';
import { AccountToRelease, ReleaseCode } from './account-to-release.entity';
import { drawReleaseCodes } from './draw-release-codes';
import { listAccountsToRelease } from './list-accounts-to-release';
import { DrawReleaseCodesArgs } from './release.input';

const AccountToReleaseConnection = connectionOf(
  AccountToRelease,
  'AccountToRelease',
  '待放行账号',
  'accounts that wait for their release',
);

@Resolver(() => AccountToRelease)
export class ReleaseResolver {
  @Query(() => AccountToReleaseConnection, {
    nullable: true,
    description: '待本人放行的账号，按账号名 · Accounts that wait for your release, by name',
  })
  async accountsToRelease(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AccountToRelease>> {
    return connect(await listAccountsToRelease(context, args), (account) => cursorOf(account.name));
  }

  // Told once, as a list that is printed and cut into slips, and cannot be asked for again page by page.
  @Mutation(() => [ReleaseCode], {
    nullable: true,
    description: '出具放行码，当面交付本人 · Draw release codes, to be handed over in person',
  })
  drawReleaseCodes(@Args(() => DrawReleaseCodesArgs) { ids }: DrawReleaseCodesArgs, @Ctx() context: Context<never>) {
    return drawReleaseCodes(context, ids);
  }

  @FieldResolver(() => Person, { nullable: true, description: '账号所属人员 · The person of this account' })
  person(@Root() { personId }: AccountToRelease, @Ctx() context: Context) {
    return personById.load(context, personId);
  }
}
