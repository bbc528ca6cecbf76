// What the graph answers about the sealed results of units.
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '#platform/graph/context';
import { Person } from '../foreign/person';
import { Unit } from '../foreign/unit';
import { listUnitResults, sealUnitResults } from './seal-unit-results';
import { UnitResult } from './unit-result.entity';

const quarterIs = { description: '季度，如 2018Q1 · Quarter, such as 2018Q1' };

@Resolver(() => UnitResult)
export class UnitResultResolver {
  @Query(() => [UnitResult], {
    nullable: true,
    description: '成员单位季度结果，分高者在前 · Sealed results of member units, the best first',
  })
  unitResults(@Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    return listUnitResults(context, quarter, null);
  }

  @Mutation(() => [UnitResult], {
    nullable: true,
    description: '封存本季度各成员单位的结果 · Seals the results of the member units for a quarter',
  })
  sealUnitResults(@Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    return sealUnitResults(context, quarter);
  }

  @FieldResolver(() => Unit, { description: '单位 · The unit' })
  unit(@Root() { unitId }: UnitResult) {
    return Unit.of(unitId);
  }

  @FieldResolver(() => Person, { nullable: true, description: '封存人 · Who sealed it' })
  sealedBy(@Root() result: UnitResult) {
    return Person.of(result.sealedBy);
  }
}

@Resolver(() => Unit)
export class UnitSealedResultResolver {
  @FieldResolver(() => UnitResult, {
    nullable: true,
    description: '该单位某季度的封存结果 · The sealed result of the unit for a quarter',
  })
  async result(@Root() { id }: Unit, @Arg('quarter', quarterIs) quarter: string, @Ctx() context: Context) {
    return (await listUnitResults(context, quarter, id))[0] ?? null;
  }
}
