// Draws release codes (放行码) for accounts whose password the system administrator drew: handed over in person, kept only as a hash.
import { randomBytes } from 'node:crypto';
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { delegationRefusals } from '../delegation/delegation-refusals.rules';
import { refusals } from '../refusals';
import { hashOfRenewal } from '../sign-in/issue-token';
import { ReleaseCode } from './account-to-release.entity';
import { drawnPassword } from './drawn-password.rules';
import { IS_SECURITY_ADMINISTRATOR } from './list-accounts-to-release';
import { mayRelease } from './release.rules';

interface Waiting {
  id: string;
  name: string;
  person_id: string;
  awaits_release: boolean;
  is_security_administrator: boolean;
}

export function drawReleaseCodes({ caller, inScope }: Context<never>, ids: readonly string[]): Promise<ReleaseCode[]> {
  const deed = { action: 'drawReleaseCodes', target: ids.length === 1 ? (ids[0] ?? null) : null, facts: { ids } };
  return inScope.write(deed, async (rows) => {
    const accounts = await rows.query<Waiting>(
      `select c.id, c.name, c.person_id, c.awaits_release, ${IS_SECURITY_ADMINISTRATOR} as is_security_administrator
       from organisation.account c where c.id = any($1::uuid[]) order by c.name for update`,
      [ids],
    );
    if (accounts.length < new Set(ids).size) throw commonRefusals.notFound({ what: '账号 account' });
    const drawn = accounts.map((account) => {
      const isSecurityAdministrator = account.is_security_administrator;
      if (account.person_id === caller.personId) throw refusals.notToOneself();
      if (!mayRelease(caller, { personId: account.person_id, isSecurityAdministrator }))
        throw commonRefusals.forbidden();
      if (!account.awaits_release) throw delegationRefusals.releaseNotDue();
      return { id: account.id, name: account.name, code: drawnPassword(randomBytes(16)) };
    });
    await rows.query(
      `update organisation.account c set release_hash = given.hash
       from unnest($1::uuid[], $2::bytea[]) given(id, hash) where c.id = given.id`,
      [drawn.map(({ id }) => id), drawn.map(({ code }) => hashOfRenewal(code))],
    );
    return drawn.map((told) => Object.assign(new ReleaseCode(), told));
  });
}
