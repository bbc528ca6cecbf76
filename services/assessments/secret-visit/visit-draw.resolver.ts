// What the graph answers about draws of secret visits, and how they are committed to, drawn and released.
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, ConnectionArgs, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commitVisitDraw } from './commit-visit-draw';
import { drawVisitSample } from './draw-visit-sample';
import { listPublicNumbers } from './list-public-numbers';
import { listVisitDraws } from './list-visit-draws';
import { PublicNumber } from './public-number.entity';
import { recordPublicNumber } from './record-public-number';
import { releaseVisitDraw } from './release-visit-draw';
import { VisitDraw } from './visit-draw.entity';
import { CommitVisitDrawInput, PublicNumberInput } from './visit-draw.input';
import { releasedDraw } from './visit-draw.loader';

const VisitDrawConnection = connectionOf(VisitDraw, 'VisitDraw', '暗访抽样', 'draws of secret visits');
const PublicNumberConnection = connectionOf(PublicNumber, 'PublicNumber', '公开号码', 'public numbers');
const idIs = { description: '抽样标识 · Id of the draw' };

@Resolver()
export class VisitDrawResolver {
  @Query(() => VisitDraw, { nullable: true, description: '按标识查已公布的抽样 · A released draw by its id' })
  visitDraw(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return isId(id) ? releasedDraw.load(context, id) : null;
  }

  @Query(() => VisitDrawConnection, {
    nullable: true,
    description: '已公布的抽样，新者在前 · Released draws, newest first',
  })
  async visitDraws(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VisitDraw>> {
    return connect(await listVisitDraws(context, args, 'released'), ({ id }) => cursorOf(id));
  }

  @Query(() => VisitDrawConnection, {
    nullable: true,
    description: '本人的抽样，新者在前 · The caller’s own draws, newest first',
  })
  async myVisitDraws(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<VisitDraw>> {
    return connect(await listVisitDraws(context, args, 'own'), ({ id }) => cursorOf(id));
  }

  @Query(() => PublicNumberConnection, {
    nullable: true,
    description: '公开号码，新者在前 · Public numbers, newest first',
  })
  async publicNumbers(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<Connection<PublicNumber>> {
    return connect(await listPublicNumbers(context, args), ({ day, source }) => cursorOf(day, source));
  }

  @Mutation(() => PublicNumber, {
    nullable: true,
    description:
      '登记某日的公开号码，逐日登记，与是否抽样无关 · Records the public number of a day, whether or not anything was drawn by it',
  })
  recordPublicNumber(
    @Arg('input', () => PublicNumberInput, { description: '公开号码 · The number' }) input: PublicNumberInput,
    @Ctx() context: Context,
  ) {
    return recordPublicNumber(context, input);
  }

  @Mutation(() => VisitDraw, {
    nullable: true,
    description: '承诺抽样：封存种子与名单 · Commits to a draw: seed and list are sealed',
  })
  commitVisitDraw(
    @Arg('input', () => CommitVisitDrawInput, { description: '抽样承诺 · The commitment' }) input: CommitVisitDrawInput,
    @Ctx() context: Context,
  ) {
    return commitVisitDraw(context, input);
  }

  @Mutation(() => VisitDraw, {
    nullable: true,
    description: '按公开号码抽取样本 · Draws the sample by the public number',
  })
  drawVisitSample(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return drawVisitSample(context, id);
  }

  @Mutation(() => VisitDraw, {
    nullable: true,
    description: '公布抽样及其全部暗访 · Releases a draw with all its visits',
  })
  releaseVisitDraw(@Arg('id', () => ID, idIs) id: string, @Ctx() context: Context) {
    return releaseVisitDraw(context, id);
  }
}
