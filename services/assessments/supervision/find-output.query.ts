// What a supervision has brought forth (督导产出), by the form of its procedure; null while it is missing.
import type { Context } from '#platform/graph/context';
import type { ScopeKind } from '#platform/vocabulary/caller';
import type { ProcedureKind } from '../procedure/procedure-pack.rules';
import type { Supervision } from './supervision.entity';

interface Wanted {
  /** what is not released yet is its organiser's alone */
  as: ScopeKind;
  sql: string;
  by: 'supervision' | 'quarter';
}

const records: Wanted = {
  as: 'issuer',
  sql: 'select null as id from assessments.inspection where supervision_id = $1 limit 1',
  by: 'supervision',
};
const wantedOf: Readonly<Record<ProcedureKind, Wanted>> = {
  bulletin: records,
  special: records,
  expert: {
    as: 'issuer',
    sql: 'select null as id from assessments.expert_opinion where supervision_id = $1 limit 1',
    by: 'supervision',
  },
  tour: {
    as: 'issuer',
    sql: 'select id from assessments.tour where supervision_id = $1 and sealed_at is not null',
    by: 'supervision',
  },
  mutual: {
    as: 'issuer',
    sql: `select null as id from assessments.peer_draw d where d.supervision_id = $1 and not exists (select 1 from assessments.peer_assignment a
      where a.draw_id = d.id and not exists (select 1 from assessments.inspection i where i.assignment_id = a.id))`,
    by: 'supervision',
  },
  airing: {
    as: 'region',
    sql: `select id from assessments.airing where quarter = $1 and peer_group = 'units' and sealed_at is not null order by sealed_at desc limit 1`,
    by: 'quarter',
  },
  lights: {
    as: 'region',
    sql: `select round_id as id from assessments.light where quarter = $1 and status = 'confirmed' order by confirmed_at desc limit 1`,
    by: 'quarter',
  },
};

export async function findOutput(
  { inScope }: Context,
  { id, quarter, form }: Supervision,
): Promise<{ id: string | null } | null> {
  const wanted = wantedOf[form];
  const key = wanted.by === 'quarter' ? quarter : id;
  const [found] = await inScope.read(({ query }) => query<{ id: string | null }>(wanted.sql, [key]), wanted.as);
  return found ?? null;
}
