// Names what a ledger of projects tells by ids (台账中的名称): villages, and who takes it out; asked of organisation at once.
import type { Context } from '#platform/graph/context';
import type { Project } from './project.entity';

const WHO =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { id name } ... on Region { id name } } }';

export interface ProjectNames {
  places: Map<string, string>;
  exporter: string;
  at: string;
}

export async function nameProjects(
  { ask, caller, inScope }: Context,
  projects: readonly Project[],
): Promise<ProjectNames> {
  const regions = [...new Set(projects.map(({ regionId }) => regionId))];
  const who = [
    ...(caller.personId ? [{ __typename: 'Person', id: caller.personId }] : []),
    ...regions.map((id) => ({ __typename: 'Region', id })),
  ];
  const [{ _entities }, [time]] = await Promise.all([
    ask<{ _entities: ({ id: string; name?: string } | null)[] }>('organisation', WHO, { who }),
    inScope.read(({ query }) =>
      query<{ at: string }>(`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at`),
    ),
  ]);
  const places = new Map(_entities.flatMap((each) => (each?.name ? [[each.id, each.name] as const] : [])));
  return { places, exporter: places.get(caller.personId ?? '') ?? '', at: time?.at ?? '' };
}
