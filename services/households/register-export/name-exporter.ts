// Names who takes a list out (导出人), for its watermark: person, unit, region, and when.
import type { HouseholdsContext } from '../tools';

const WHO =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { name unit { name } } ... on Region { name } } }';

export interface Exporter {
  words: string;
  at: string;
}

export async function nameExporter({ caller, ask, inScope }: HouseholdsContext): Promise<Exporter> {
  const who = [
    ...(caller.personId ? [{ __typename: 'Person', id: caller.personId }] : []),
    ...(caller.regionId ? [{ __typename: 'Region', id: caller.regionId }] : []),
  ];
  const [{ _entities }, [time]] = await Promise.all([
    ask<{ _entities: ({ name?: string; unit?: { name: string } | null } | null)[] }>('organisation', WHO, { who }),
    inScope.read(({ query }) =>
      query<{ at: string }>(`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at`),
    ),
  ]);
  const words = _entities.flatMap((each) => (each?.name ? [each.unit?.name ?? '', each.name] : [])).filter(Boolean);
  return { words: words.join(' '), at: time?.at ?? '' };
}
