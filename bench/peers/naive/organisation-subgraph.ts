// NAIVE's organisation: regions, people and their units, each by its id through a loader.
import DataLoader from 'dataloader';
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Column, Entity, type EntityTarget, In, PrimaryColumn } from 'typeorm';
import { callerOf, type NaiveContext } from './in-transaction';
import { mapBy, type NaiveSubgraph } from './naive-subgraph';

@Directive('@key(fields: "id")')
@ObjectType()
@Entity({ schema: 'organisation', name: 'region' })
class Region {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;
}

@Directive('@key(fields: "id")')
@ObjectType()
@Entity({ schema: 'organisation', name: 'unit' })
class Unit {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
@Entity({ schema: 'organisation', name: 'person' })
class Person {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;
}

interface Loaders {
  region: DataLoader<string, Region | null>;
  unit: DataLoader<string, Unit | null>;
  person: DataLoader<string, Person | null>;
}
type Context = NaiveContext<Loaders>;

function byId<T extends { id: string }>(context: Context, entity: EntityTarget<T>): DataLoader<string, T | null> {
  return new DataLoader(async (ids) => {
    const found = await context.rows.inTransaction(callerOf(context), (manager) =>
      manager.getRepository(entity).find({ where: { id: In([...ids]) } as never }),
    );
    const rows = mapBy(found, ({ id }) => id);
    return ids.map((id) => rows.get(id) ?? null);
  });
}

@Resolver(() => Region)
class RegionResolver {
  @Query(() => Region, { nullable: true })
  region(@Ctx() context: Context, @Root() _root: unknown) {
    return context.loaders.region.load(callerOf(context).regionId ?? '');
  }

  @FieldResolver(() => Region, { nullable: true })
  parent(@Root() { parentId }: Region, @Ctx() { loaders }: Context) {
    return parentId && loaders.region.load(parentId);
  }
}

@Resolver(() => Person)
class PersonResolver {
  @FieldResolver(() => Unit, { nullable: true })
  unit(@Root() { unitId }: Person, @Ctx() { loaders }: Context) {
    return unitId && loaders.unit.load(unitId);
  }
}

export const organisationSubgraph: NaiveSubgraph<Loaders> = {
  entities: [Region, Unit, Person],
  resolvers: [RegionResolver, PersonResolver],
  types: [Unit, Person],
  references: {
    Region: (id, { loaders }) => loaders.region.load(id),
    Unit: (id, { loaders }) => loaders.unit.load(id),
    Person: (id, { loaders }) => loaders.person.load(id),
  },
  loadersFor: (context) => ({
    region: byId(context, Region),
    unit: byId(context, Unit),
    person: byId(context, Person),
  }),
};
