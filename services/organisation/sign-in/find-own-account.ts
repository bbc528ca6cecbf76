// Finds the account that the caller signed in with.
import type { Context } from '#platform/graph/context';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { OrganisationTools } from './tools.rules';

export interface OwnAccount {
  id: string;
  name: string;
  person_id: string;
  session_id: string;
  password_hash: string;
  second_factor: Buffer | null;
  second_factor_confirmed_at: Date | null;
}

export async function findOwnAccount({ caller, inScope }: Context<OrganisationTools>): Promise<OwnAccount> {
  const [account] = await inScope.read(
    (rows) =>
      rows.query<OwnAccount>(
        `select c.id, c.name, c.person_id, s.id as session_id, c.password_hash, c.second_factor, c.second_factor_confirmed_at
         from session.session s join organisation.account c on c.id = s.account_id where s.id = $1 and s.person_id = $2`,
        [caller.sessionId, caller.personId],
      ),
    'desk',
  );
  if (!account) throw commonRefusals.unauthenticated();
  return account;
}
