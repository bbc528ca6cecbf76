// What the graph answers about comparisons with other bureaus, and how their matches are verified and closed.
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, placedCursor } from '#platform/database/page';
import { Classified } from '#platform/graph/classified';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Household } from '../household/household.entity';
import { householdById } from '../household/household.loader';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import type { HouseholdsContext } from '../tools';
import { Comparison } from './comparison.entity';
import { ComparisonInput } from './comparison.input';
import { comparisonById, listComparisons, listMatches } from './comparison.loader';
import { ComparisonMatch, MatchOutcome, MatchVerdict } from './comparison-match.entity';
import { moveMatch } from './move-match';
import { seeFact } from './see-fact';
import { submitComparison } from './submit-comparison';

const ComparisonConnection = connectionOf(Comparison, 'Comparison', '数据比对', 'comparisons');
const ComparisonMatchConnection = connectionOf(ComparisonMatch, 'ComparisonMatch', '比对结果', 'matches');
const idIs = { description: '标识 · Id' };
const noteIs = { description: '说明，勿填个人号码 · Note, without personal numbers' };
const waiting = {
  nullable: true,
  description: '只要未销号的（true）或已销号的（false）· Only open ones, or only closed ones',
};

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => ComparisonConnection, {
    nullable: true,
    description: '辖区内提交的比对 · Comparisons submitted in range',
  })
  async comparisons(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<Comparison>> {
    return connect(await listComparisons(context, args), placedCursor);
  }

  @Mutation(() => Comparison, {
    nullable: true,
    description:
      '提交部门名单，与辖区内在册成员比对；未比中的行不留存 · Compares a list of another bureau with the register in range; rows that meet nobody are not kept',
  })
  async submitComparison(
    @Arg('input', () => ComparisonInput, { description: '名单 · The list' }) input: ComparisonInput,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: HouseholdsContext,
  ) {
    const id = await submitComparison(context, input, idempotencyKey);
    context.loaders.clear();
    return comparisonById.load(context, id);
  }

  @FieldResolver(() => Region, { description: '在何地区范围内比对 · In which region it was compared' })
  region(@Root() { regionId }: Comparison) {
    return regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '提交人 · Who submitted it' })
  submittedBy(@Root() { submittedBy }: Comparison) {
    return personOf(submittedBy);
  }

  @FieldResolver(() => ComparisonMatchConnection, { nullable: true, description: '比对结果 · Its matches' })
  async matches(
    @Root() { id }: Comparison,
    @Arg('awaiting', () => Boolean, waiting) awaiting: boolean | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<ComparisonMatch>> {
    const filter = { comparisonId: id, awaiting: awaiting ?? null, memberId: null };
    return connect(await listMatches(context, filter, args), ({ path, id: match }) => cursorOf(path, match));
  }
}

@Resolver(() => ComparisonMatch)
export class ComparisonMatchResolver {
  @Query(() => ComparisonMatchConnection, { nullable: true, description: '辖区内的比对结果 · Matches in range' })
  async comparisonMatches(
    @Arg('awaiting', () => Boolean, waiting) awaiting: boolean | null,
    @Arg('memberId', () => ID, { nullable: true, description: '只要此成员 · Only of this member' }) memberId:
      | string
      | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: HouseholdsContext,
  ): Promise<Connection<ComparisonMatch>> {
    const filter = { comparisonId: null, awaiting: awaiting ?? null, memberId: memberId ?? null };
    return connect(await listMatches(context, filter, args), placedCursor);
  }

  @Mutation(() => ComparisonMatch, { nullable: true, description: '核实比对结果（镇街）· Verifies a match: the town' })
  verifyComparisonMatch(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('verdict', () => MatchVerdict, { description: '核实结果 · What was found' }) verdict: MatchVerdict,
    @Arg('note', noteIs) note: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return moveMatch(context, id, { action: 'verifyComparisonMatch', verdict, note });
  }

  @Mutation(() => ComparisonMatch, {
    nullable: true,
    description: '退回重新核实（核实人以外的人）· Hands it back to be verified again: another person',
  })
  returnComparisonMatch(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('note', noteIs) note: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return moveMatch(context, id, { action: 'returnComparisonMatch', note });
  }

  @Mutation(() => ComparisonMatch, {
    nullable: true,
    description:
      '销号（核实人以外的人），部门提供的事实随即清除 · Closes it: another person; what the bureau told is erased with it',
  })
  closeComparisonMatch(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('outcome', () => MatchOutcome, { description: '销号结果 · How it is closed' }) outcome: MatchOutcome,
    @Arg('note', noteIs) note: string,
    @Ctx() context: HouseholdsContext,
  ) {
    return moveMatch(context, id, { action: 'closeComparisonMatch', outcome, note });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: '部门提供的事实（留痕；销号后清除）· What the bureau told; logged, and erased when closed',
  })
  @Classified('personal')
  fact(@Root() { id, closedAt }: ComparisonMatch, @Ctx() context: HouseholdsContext) {
    return closedAt === null ? seeFact(context, id) : null;
  }

  @FieldResolver(() => Comparison, {
    nullable: true,
    description: '所属比对（在辖区内提交的）· The list, where it was submitted in range',
  })
  comparison(@Root() { comparisonId }: ComparisonMatch, @Ctx() context: HouseholdsContext) {
    return comparisonById.load(context, comparisonId);
  }

  @FieldResolver(() => Member, { nullable: true, description: '成员 · The member' })
  member(@Root() { memberId }: ComparisonMatch, @Ctx() context: HouseholdsContext) {
    return memberById.load(context, memberId);
  }

  @FieldResolver(() => Household, { nullable: true, description: '贫困户 · The household' })
  household(@Root() { householdId }: ComparisonMatch, @Ctx() context: HouseholdsContext) {
    return householdById.load(context, householdId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核实人 · Who verified it' })
  verifiedBy(@Root() { verifiedBy }: ComparisonMatch) {
    return verifiedBy && personOf(verifiedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '销号人 · Who closed it' })
  closedBy(@Root() { closedBy }: ComparisonMatch) {
    return closedBy && personOf(closedBy);
  }
}
