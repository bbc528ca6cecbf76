// What the graph answers about what is owed between hospitals and payers, and for how long.
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Unit, unitOf } from '../foreign/unit';
import { ClaimAgeing, ClaimAgeingConnection } from './claim-ageing.entity';
import { ClaimAgeingArgs } from './clearing.input';
import { listClaimAgeing } from './list-claim-ageing';

@Resolver(() => ClaimAgeing)
export class ClaimAgeingResolver {
  @Query(() => ClaimAgeingConnection, {
    nullable: true,
    description: '账龄：各支付方欠各医院多少、多久 · What each payer owes each hospital, and for how long',
  })
  async claimAgeing(
    @Args(() => ClaimAgeingArgs) args: ClaimAgeingArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ClaimAgeing>> {
    return connect(await listClaimAgeing(context, args), ({ hospitalId, payerUnitId }) =>
      cursorOf(hospitalId, payerUnitId),
    );
  }

  @FieldResolver(() => Unit, { nullable: true, description: '医院 · The hospital' })
  hospital(@Root() { hospitalId }: ClaimAgeing) {
    return unitOf(hospitalId);
  }

  @FieldResolver(() => Unit, { nullable: true, description: '支付方 · The payer' })
  payer(@Root() { payerUnitId }: ClaimAgeing) {
    return unitOf(payerUnitId);
  }
}
