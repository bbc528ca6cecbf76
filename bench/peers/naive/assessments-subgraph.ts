// NAIVE's assessments: the light of a region for a quarter, read as published.
import DataLoader from 'dataloader';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Column, Entity, In, PrimaryColumn } from 'typeorm';
import { callerOf, type NaiveContext } from './in-transaction';
import { mapBy, type NaiveSubgraph } from './naive-subgraph';

@ObjectType()
@Entity({ schema: 'assessments', name: 'light' })
class Light {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'region_id' })
  regionId: string;

  @Column('text')
  quarter: string;

  @Field()
  @Column('text')
  colour: string;

  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  rank: number | null;

  @Field(() => Int)
  @Column('int')
  peers: number;

  @Column('text')
  status: string;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
class Region {
  @Field(() => ID)
  id: string;
}

interface Loaders {
  light: DataLoader<{ regionId: string; quarter: string }, Light | null, string>;
}
type Context = NaiveContext<Loaders>;

@Resolver(() => Region)
class RegionResolver {
  @Query(() => [Light], { nullable: true })
  lights(@Arg('quarter') quarter: string, @Ctx() context: Context) {
    return context.rows.inTransaction(
      callerOf(context),
      (manager) => manager.getRepository(Light).find({ where: { quarter, status: 'confirmed' } }),
      'public',
    );
  }

  @FieldResolver(() => Light, { nullable: true })
  light(@Root() { id }: Region, @Arg('quarter') quarter: string, @Ctx() { loaders }: Context) {
    return loaders.light.load({ regionId: id, quarter });
  }
}

const keyOf = ({ regionId, quarter }: { regionId: string; quarter: string }) => `${quarter} ${regionId}`;

export const assessmentsSubgraph: NaiveSubgraph<Loaders> = {
  entities: [Light],
  resolvers: [RegionResolver],
  types: [Region],
  references: { Region: (id) => ({ id }) },
  loadersFor: (context) => ({
    light: new DataLoader(
      async (keys) => {
        const where = {
          regionId: In(keys.map(({ regionId }) => regionId)),
          quarter: In(keys.map(({ quarter }) => quarter)),
          status: 'confirmed',
        };
        const found = await context.rows.inTransaction(
          callerOf(context),
          (manager) => manager.getRepository(Light).find({ where, order: { confirmedAt: 'ASC' } }),
          'public',
        );
        // Of several that were confirmed the last one holds, and the last one stays in the map.
        const lights = mapBy(found, keyOf);
        return keys.map((key) => lights.get(keyOf(key)) ?? null);
      },
      { cacheKeyFn: keyOf },
    ),
  }),
};
