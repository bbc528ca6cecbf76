// What the graph answers about duplicates, and how they are decided and set right.
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placedCursor } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Person, personOf } from '../foreign/person';
import { Region, regionOf } from '../foreign/region';
import { Member } from '../member/member.entity';
import { memberById } from '../member/member.loader';
import { answerMemberCheck } from './answer-member-check';
import { decideDuplicate } from './decide-duplicate';
import { Duplicate, DuplicateVerdict } from './duplicate.entity';
import { duplicatesOfMember, regionOfPath } from './duplicate.loader';
import { listDuplicates, listMemberChecks } from './list-duplicates';
import { MemberCheck, MemberCheckAnswer } from './member-check.entity';

const DuplicateConnection = connectionOf(Duplicate, 'Duplicate', '疑似重复', 'duplicates');
const MemberCheckConnection = connectionOf(MemberCheck, 'MemberCheck', '成员核改', 'checks of members');
const waiting = {
  nullable: true,
  description: '只要待办的（true）或已办的（false）· Only those that wait, or only the others',
};

@InputType({ description: '核定内容 · What is found' })
export class DuplicateVerdictInput {
  @Field(() => DuplicateVerdict, { description: '核定结果 · Verdict' })
  verdict: DuplicateVerdict;

  @Field(() => ID, { nullable: true, description: '同一人：保留哪一方的成员 · The same person: which member stays' })
  keptMemberId?: string | null;

  @Field(() => ID, { nullable: true, description: '证件号有误的成员 · Whose number is wrong' })
  wrongMemberId?: string | null;

  @Field(() => String, { nullable: true, description: '说明，勿填个人号码 · Remark, without personal numbers' })
  remark?: string | null;
}

@Resolver(() => Duplicate)
export class DuplicateResolver {
  @Query(() => DuplicateConnection, {
    nullable: true,
    description: '两方均在辖区内的疑似重复 · Duplicates of which both sides lie in the own range',
  })
  async duplicates(
    @Arg('awaiting', () => Boolean, waiting) awaiting: boolean | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Duplicate>> {
    return connect(await listDuplicates(context, awaiting ?? null, args), placedCursor);
  }

  @Mutation(() => Duplicate, {
    nullable: true,
    description: '核定疑似重复（两户最近的共同上级）· Decides on a duplicate: the nearest superior of both households',
  })
  decideDuplicate(
    @Arg('id', () => ID, { description: '标识 · Id' }) id: string,
    @Arg('input', () => DuplicateVerdictInput, { description: '核定内容 · What is found' })
    input: DuplicateVerdictInput,
    @Ctx() context: Context,
  ) {
    return decideDuplicate(context, id, input);
  }

  @FieldResolver(() => Member, { nullable: true, description: '一方成员 · One of the two' })
  member(@Root() { memberId }: Duplicate, @Ctx() context: Context) {
    return memberById.load(context, memberId);
  }

  @FieldResolver(() => Member, { nullable: true, description: '另一方成员 · The other one' })
  otherMember(@Root() { otherMemberId }: Duplicate, @Ctx() context: Context) {
    return memberById.load(context, otherMemberId);
  }

  @FieldResolver(() => Member, { nullable: true, description: '保留的成员 · Who stays' })
  keptMember(@Root() { keptMemberId }: Duplicate, @Ctx() context: Context) {
    return keptMemberId && memberById.load(context, keptMemberId);
  }

  @FieldResolver(() => Member, { nullable: true, description: '证件号有误的成员 · Whose number is wrong' })
  wrongMember(@Root() { wrongMemberId }: Duplicate, @Ctx() context: Context) {
    return wrongMemberId && memberById.load(context, wrongMemberId);
  }

  @FieldResolver(() => Region, { nullable: true, description: '由何地区核定 · Which region decides' })
  async superior(@Root() { superior }: Duplicate, @Ctx() context: Context) {
    const regionId = await regionOfPath.load(context, superior);
    return regionId && regionOf(regionId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '核定人 · Who decided' })
  decidedBy(@Root() { decidedBy }: Duplicate) {
    return decidedBy && personOf(decidedBy);
  }
}

@Resolver(() => Member)
export class MemberDuplicatesResolver {
  @FieldResolver(() => [Duplicate], {
    nullable: true,
    description: '疑似重复；只列两方均在辖区内的 · Duplicates, only those of which both sides lie in the own range',
  })
  duplicates(@Root() { id }: Member, @Ctx() context: Context) {
    return duplicatesOfMember.load(context, id);
  }
}

@Resolver(() => MemberCheck)
export class MemberCheckResolver {
  @Query(() => MemberCheckConnection, { nullable: true, description: '辖区内的成员核改 · Checks of members in range' })
  async memberChecks(
    @Arg('awaiting', () => Boolean, waiting) awaiting: boolean | null,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<MemberCheck>> {
    return connect(await listMemberChecks(context, awaiting ?? null, args), placedCursor);
  }

  @Mutation(() => MemberCheck, { nullable: true, description: '答复成员核改 · Answers a check of a member' })
  answerMemberCheck(
    @Arg('id', () => ID, { description: '标识 · Id' }) id: string,
    @Arg('answer', () => MemberCheckAnswer, { description: '答复 · Answer' }) answer: MemberCheckAnswer,
    @Arg('remark', () => String, { nullable: true, description: '说明 · Remark' }) remark: string | null,
    @Ctx() context: Context,
  ) {
    return answerMemberCheck(context, id, answer, remark ?? null);
  }

  @FieldResolver(() => Member, { nullable: true, description: '成员 · The member' })
  member(@Root() { memberId }: MemberCheck, @Ctx() context: Context) {
    return memberById.load(context, memberId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '交办人 · Who asked' })
  askedBy(@Root() { askedBy }: MemberCheck) {
    return personOf(askedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '答复人 · Who answered' })
  answeredBy(@Root() { answeredBy }: MemberCheck) {
    return answeredBy && personOf(answeredBy);
  }
}
