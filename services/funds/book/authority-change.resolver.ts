// What the graph answers about changes of authority (指标调整), and who drafts, approves and withdraws them.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { Person, personOf } from '../foreign/person';
import { Journal } from '../ledger/journal.entity';
import { journalById } from '../ledger/journal.loader';
import { AuthorityChange } from './authority-change.entity';
import { DraftAuthorityChangeInput } from './authority-change.input';
import { changeById, changesOfLot } from './book.loader';
import { decideAuthorityChange } from './decide-authority-change';
import { draftAuthorityChange } from './draft-authority-change';

const idIs = { description: '指标调整标识 · Id of the change' };
const keyIs = { description: '幂等键 · Idempotency key' };

@Resolver(() => AuthorityChange)
export class AuthorityChangeResolver {
  @Query(() => AuthorityChange, {
    nullable: true,
    description: '按标识查指标调整 · A change of authority by its id',
  })
  authorityChange(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? changeById.load(context, id) : null;
  }

  @Mutation(() => AuthorityChange, {
    nullable: true,
    description:
      '起草指标调整（追加、调减、冻结、解冻、收回）· Drafts a change of authority: more, less, frozen, set free, reclaimed',
  })
  async draftAuthorityChange(
    @Arg('input', () => DraftAuthorityChangeInput, { description: '内容 · What it says' })
    input: DraftAuthorityChangeInput,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return changeById.load(context, await draftAuthorityChange(context, input, idempotencyKey));
  }

  @Mutation(() => AuthorityChange, {
    nullable: true,
    description:
      '批准指标调整并记账（须为起草人之外的人）· Approves and books a change of authority; not by whoever drafted it',
  })
  async approveAuthorityChange(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return changeById.load(context, await decideAuthorityChange(context, id, 'approve', idempotencyKey));
  }

  @Mutation(() => AuthorityChange, {
    nullable: true,
    description: '撤回自己起草的指标调整 · Withdraws a change of authority that one drafted oneself',
  })
  async withdrawAuthorityChange(
    @Arg('id', () => ID, idIs) id: string,
    @Arg('idempotencyKey', keyIs) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return changeById.load(context, await decideAuthorityChange(context, id, 'withdraw', idempotencyKey));
  }

  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot' })
  lot(@Root() { lotId }: AuthorityChange, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }

  @FieldResolver(() => Journal, { nullable: true, description: '记账凭证 · The journal that booked it' })
  journal(@Root() { journalId }: AuthorityChange, @Ctx() context: Context) {
    return journalId === null ? null : journalById.load(context, journalId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '起草人 · Who drafted it' })
  draftedBy(@Root() { draftedBy }: AuthorityChange) {
    return personOf(draftedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: '批准人 · Who approved it' })
  decidedBy(@Root() { decidedBy }: AuthorityChange) {
    return personOf(decidedBy);
  }
}

@Resolver(() => AllotmentLine)
export class LotChangesResolver {
  @FieldResolver(() => [AuthorityChange], {
    nullable: true,
    description: '指标调整，先起草者在前 · Changes of its authority, the earliest first',
  })
  changes(@Root() { id }: AllotmentLine, @Ctx() context: Context) {
    return changesOfLot.load(context, id);
  }
}
