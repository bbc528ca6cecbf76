// Lists the caller's own sessions that still stand, newest first.
import type { Context } from '#platform/graph/context';
import { Session } from './session.entity';

/** At most the newest fifty: more is not a list for a person to read. */
export function listSessions({ caller, inScope }: Context): Promise<Session[]> {
  return inScope.read(
    ({ manager }) =>
      manager
        .createQueryBuilder(Session, 's')
        .where('s.personId = :personId', { personId: caller.personId })
        .andWhere(`s.ended_at is null and s.expires_at > now() and s.last_seen > now() - interval '30 minutes'`)
        .orderBy('s.started_at', 'DESC')
        .limit(50)
        .getMany(),
    'own',
  );
}
