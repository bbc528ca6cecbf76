// Lists people by name, a page at a time.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { Person } from './person.entity';
import type { PersonsArgs } from './person.input';

export async function listPersons({ inScope }: Context, args: PersonsArgs): Promise<Page<Person>> {
  const size = pageSize(args.first);
  const [name, id] = keysOf(args.after, 2) ?? [];
  return inScope.read(async ({ manager }) => {
    const found = manager
      .createQueryBuilder(Person, 'p')
      .orderBy('p.name COLLATE "C"')
      .addOrderBy('p.id')
      .limit(size + 1);
    if (args.unitId) found.andWhere('p.unit_id = :unitId', { unitId: args.unitId });
    if (args.nameBegins) found.andWhere('starts_with(p.name, :begins)', { begins: args.nameBegins });
    if (name !== undefined) found.andWhere('(p.name COLLATE "C", p.id) > (:name, :id::uuid)', { name, id });
    return pageOf(await found.getMany(), size);
  });
}
