// What the graph answers about journals, and how one is reversed.
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { AllotmentLine } from '../allotment/allotment.entity';
import { lotById } from '../allotment/allotment.loader';
import { Person, personOf } from '../foreign/person';
import { Journal, Posting } from './journal.entity';
import { journalById, postingsOf, reversalOf } from './journal.loader';
import { reverseJournal } from './reverse-journal';

@Resolver(() => Journal)
export class JournalResolver {
  @Query(() => Journal, { nullable: true, description: '按标识查记账凭证 · A journal by its id' })
  journal(@Arg('id', () => ID, { description: '凭证标识 · Id of the journal' }) id: string, @Ctx() context: Context) {
    return isId(id) ? journalById.load(context, id) : null;
  }

  @Mutation(() => Journal, {
    nullable: true,
    description: '冲销下达或退回凭证，一次为限 · Reverses the journal of an allotment or of a return, once only',
  })
  async reverseJournal(
    @Arg('id', () => ID, { description: '凭证标识 · Id of the journal' }) id: string,
    @Arg('reason', { description: '原因 · Reason' }) reason: string,
    @Arg('idempotencyKey', { description: '幂等键 · Idempotency key' }) idempotencyKey: string,
    @Ctx() context: Context,
  ) {
    return journalById.load(context, await reverseJournal(context, id, reason, idempotencyKey));
  }

  @FieldResolver(() => [Posting], { nullable: true, description: '分录 · Its postings' })
  postings(@Root() { id }: Journal, @Ctx() context: Context) {
    return postingsOf.load(context, id);
  }

  @FieldResolver(() => Journal, { nullable: true, description: '所冲销的凭证 · The journal that this one undoes' })
  reverses(@Root() { reversesId }: Journal, @Ctx() context: Context) {
    return reversesId === null ? null : journalById.load(context, reversesId);
  }

  @FieldResolver(() => Journal, { nullable: true, description: '冲销本凭证的凭证 · The journal that undoes this one' })
  reversedBy(@Root() { id }: Journal, @Ctx() context: Context) {
    return reversalOf.load(context, id);
  }

  @FieldResolver(() => Person, { nullable: true, description: '记账人 · Who posted it' })
  postedBy(@Root() { postedBy }: Journal) {
    return personOf(postedBy);
  }
}

@Resolver(() => Posting)
export class PostingResolver {
  @FieldResolver(() => AllotmentLine, { nullable: true, description: '资金批次 · The lot' })
  lot(@Root() { lotId }: Posting, @Ctx() context: Context) {
    return lotById.load(context, lotId);
  }
}
