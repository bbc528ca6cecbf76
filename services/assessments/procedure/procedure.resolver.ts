// What the graph answers about the procedures of inspection that are in force.
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { findProcedures } from './find-procedures';
import { Procedure } from './procedure.entity';

@Resolver()
export class ProcedureResolver {
  @Query(() => [Procedure], {
    nullable: true,
    description: '某季度有效的督查方式：两组各五种 · Procedures in force in a quarter: two sets of five',
  })
  procedures(
    @Arg('quarter', { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' }) quarter: string,
    @Ctx() context: Context,
  ) {
    return findProcedures(context, quarter);
  }
}
