// Loads the demo city's poverty-alleviation fund: its founding and council; answers the journals of its gifts and uses.
import type { Client } from 'pg';
import { demoFund } from '../generate/charity';
import type { City } from '../generate/city';
import { idOf } from '../generate/ids';
import { cityOf, type FundsHands, SEED } from './funds-hands';
import { insertRows } from './insert-rows';
import { loadGiftUses } from './load-gift-uses';
import { loadGifts } from './load-gifts';
import type { JournalRow } from './load-journals';

export const FUND = idOf(SEED, 'charity-fund', 'demo');
export const memberId = (at: number) => idOf(SEED, 'council-member', String(at));
const stepId = (kind: string) => idOf(SEED, 'founding-step', kind);

export async function loadCharity(client: Client, city: City, hands: FundsHands): Promise<JournalRow[]> {
  const { id: regionId, path } = cityOf(city);
  const registered = demoFund.steps.at(-1)?.day;
  await client.query(
    `insert into funds.charity_fund (id, name, legal_form, public_raising, purpose, region_id, path, state, registered_on, founded_by, founded_at)
     values ($1, $2, $3, true, $4, $5, $6, 'registered', $7, $8, '2016-10-08T01:00:00Z')`,
    [FUND, demoFund.name, demoFund.legalForm, demoFund.purpose, regionId, path, registered, hands.drafter],
  );
  for (const { kind, day, document, hash, organ, fen, initiators, account } of demoFund.steps)
    await client.query(
      `insert into funds.founding_step (id, fund_id, kind, happened_on, document_number, document_hash, organ, amount, initiators, account_number, region_id, path,
         recorded_by, recorded_at, outcome, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'confirmed', $15, $16)`,
      [
        ...[stepId(kind), FUND, kind, day, document ?? null, hash ?? null, organ ?? null, fen?.toString() ?? null],
        ...[initiators ?? [], account ?? null, regionId, path, hands.drafter, `${day}T02:00:00Z`],
        ...[hands.approver, `${day}T06:00:00Z`],
      ],
    );
  const elected = demoFund.steps.find(({ kind }) => kind === 'council')?.day;
  await insertRows(
    client,
    'funds.council_member',
    {
      ...{ id: 'uuid', step_id: 'uuid', fund_id: 'uuid', ordinal: 'int', name: 'text', post: 'text', from_on: 'date' },
      ...{ region_id: 'uuid', path: 'text' },
    },
    demoFund.council.map(([name, post], at) => ({ name, post, at: at + 1 })),
    ({ name, post, at }) => [memberId(at), stepId('council'), FUND, at, name, post, elected, regionId, path],
  );
  const given = await loadGifts(client, city, hands, FUND);
  return [
    ...given,
    ...(await loadGiftUses(client, city, hands, {
      fundId: FUND,
      members: demoFund.council.map((_, at) => memberId(at + 1)),
    })),
  ];
}
