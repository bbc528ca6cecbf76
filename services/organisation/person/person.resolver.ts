// What the graph answers about people who work here.
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { cursorOf } from '#platform/database/page';
import { type Connection, connect, connectionOf } from '#platform/graph/connection';
import type { Context } from '#platform/graph/context';
import { Unit } from '../unit/unit.entity';
import { unitById } from '../unit/unit.loader';
import { listPersons } from './list-persons';
import { Person } from './person.entity';
import { PersonsArgs } from './person.input';
import { personById } from './person.loader';

const PersonConnection = connectionOf(Person, 'Person', '人员', 'people');

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, { nullable: true, description: '按标识查人员 · A person by id' })
  person(@Arg('id', () => ID, { description: '人员标识 · Id of the person' }) id: string, @Ctx() context: Context) {
    return personById.load(context, id);
  }

  @Query(() => PersonConnection, { nullable: true, description: '人员列表，按姓名 · People by name' })
  async persons(@Args(() => PersonsArgs) args: PersonsArgs, @Ctx() context: Context): Promise<Connection<Person>> {
    return connect(await listPersons(context, args), (person) => cursorOf(person.name, person.id));
  }

  @FieldResolver(() => Unit, { nullable: true, description: '所在单位 · The unit of this person' })
  unit(@Root() { unitId }: Person, @Ctx() context: Context) {
    return unitId && unitById.load(context, unitId);
  }
}
