// Names who takes a file out (导出人), for its watermark: the person, and beside it unit and region, and when.
import type { Context } from '../context';

const WHO =
  'query($who: [_Any!]!) { _entities(representations: $who) { ... on Person { name unit { name } } ... on Region { name } } }';

export interface Exporter {
  /** the name alone */
  person: string;
  /** unit, name and region */
  words: string;
  /** in Beijing, to the second */
  at: string;
}

export async function nameExporter({
  caller,
  ask,
  inScope,
}: Pick<Context<never>, 'caller' | 'ask' | 'inScope'>): Promise<Exporter> {
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
  const person = caller.personId ? (_entities[0]?.name ?? '') : '';
  return { person, words: words.join(' '), at: time?.at ?? '' };
}
