// What the graph answers to a search of the register.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import { permissions } from '../permissions';
import type { HouseholdsContext } from '../tools';
import { RegisterHit } from './register-hit.entity';
import { readTerm, type SearchTerm } from './search.rules';
import { searchRefusals } from './search-refusals.rules';
import { searchRegister } from './search-register';

const RegisterHitConnection = connectionOf(RegisterHit, 'RegisterHit', '搜索命中', 'finds');

@Resolver(() => RegisterHit)
export class SearchResolver {
  @Query(() => RegisterHitConnection, {
    nullable: true,
    description:
      '在辖区内搜索：姓名（前两字以上）、拼音首字母、身份证后四位或全号、户编号（前 12 位以上）；留痕 · Searches the own scope by name (two characters at least), pinyin initials, the last four or all of an identity number, or a household number (12 places at least); logged',
  })
  async searchRegister(
    @Arg('text', { description: '搜索词 · What is looked for' }) text: string,
    @Arg('regionId', () => ID, { nullable: true, description: '只在此地区（含下级）· Only in this region and below' })
    regionId: string | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<RegisterHit>> {
    const page = await searchRegister(context, readAllowed(text, context), regionId ?? null, args);
    return connect(page, placedCursor);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: RegisterHit, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Member, {
    nullable: true,
    description: '命中的成员；按户编号查到的没有 · The member found; none where a household number was',
  })
  member(@Root() { memberId }: RegisterHit, @Ctx() context: HouseholdsContext) {
    return memberId && memberById.load(context, memberId);
  }
}

/** Whoever is shown a name masked may not try names until one fits; whoever is not shown a number may not ask by it. */
function readAllowed(text: string, { caller }: HouseholdsContext): SearchTerm {
  const term = readTerm(text);
  const byName = term.kind === 'name' || term.kind === 'initials';
  const byIdentity = term.kind === 'id-tail' || term.kind === 'id-number';
  if (byName && permissions.sees(caller, 'Member', 'name') !== 'plain') throw searchRefusals.searchByMasked();
  if (byIdentity && permissions.sees(caller, 'Member', 'idNumber') === 'hidden') throw searchRefusals.searchByMasked();
  return term;
}
