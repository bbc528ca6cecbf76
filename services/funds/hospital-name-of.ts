// The name of a hospital for what is printed (医院名称): organisation knows it.
import type { Context } from '#platform/graph/context';

const QUESTION = 'query($units:[_Any!]!){_entities(representations:$units){... on Unit{name}}}';

export async function hospitalNameOf({ ask }: Context, id: string): Promise<string> {
  const units = [{ __typename: 'Unit', id }];
  const { _entities } = await ask<{ _entities: ({ name: string | null } | null)[] }>('organisation', QUESTION, {
    units,
  });
  return _entities[0]?.name ?? '';
}
