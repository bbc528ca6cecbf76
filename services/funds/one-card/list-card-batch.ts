// Lists a one-card batch (造册): lines of approved disbursements with payee, card and bank as the register has them now, each once.
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import type { FundsContext } from '../tools';
import { askAccounts, type PayeeAccount } from './ask-accounts';
import { checkAccount } from './card-batch.rules';
import { findProfile } from './find-profile';
import type { CardBatchInput, ProxyAccountInput } from './one-card.input';
import { oneCardRefusals } from './one-card-refusals.rules';

interface WaitingLine {
  id: string;
  householdId: string;
  townId: string;
}

/** What waits for its payment and is on no list. */
const WAITING = `select l.id, l.household_id as "householdId", d.region_id as "townId" from funds.disbursement_line l
  join funds.disbursement d on d.id = l.disbursement_id
  where l.disbursement_id = any ($1::uuid[]) and l.state = 'reserved'
    and not exists (select 1 from funds.card_line c where c.disbursement_line_id = l.id and c.state in ('listed', 'sent', 'paid'))
  order by l.path, l.id`;

const LIST = `select funds.list_card_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as verdict`;

export async function listCardBatch(
  context: FundsContext,
  input: CardBatchInput,
  idempotencyKey: string,
): Promise<string> {
  for (const id of input.disbursementIds) checkId(id, '发放批次 disbursement');
  const profile = findProfile(context, input.profile);
  const lines = await waitingLines(context, input);
  const accounts = await askAccounts(context, [...new Set(lines.map(({ householdId }) => householdId))]);
  const proxies = new Map((input.proxies ?? []).map((proxy) => [proxy.lineId, proxy]));
  const stray = [...proxies.keys()].find((id) => !lines.some((line) => line.id === id));
  if (stray) throw commonRefusals.notFound({ what: '发放明细 payment line', lineId: stray });
  const payees = lines.map((line) => payeeOf(context, line, accounts.get(line.householdId), proxies.get(line.id)));
  const { caller, inScope } = context;
  const towns = new Set(lines.map(({ townId }) => townId));
  const regionId = towns.size === 1 ? [...towns][0] : caller.regionId;
  const payload = { ...input, proxies: input.proxies?.map((proxy) => ({ ...proxy })) ?? null };
  const once = { subgraph: 'funds', caller, operation: 'listCardBatch', idempotencyKey, payload } as const;
  return inScope
    .write({ action: 'listCardBatch', facts: { lines: lines.length, proxies: proxies.size } }, async (rows) => {
      const made = await onceOnly(rows, once, async () => {
        const id = newId();
        const [answer] = await rows.query<{ verdict: string }>(LIST, [
          id,
          `YK${id.replaceAll('-', '').slice(-14)}`.toUpperCase(),
          profile.name,
          profile.hash,
          input.documentNumber,
          regionId,
          lines.map(() => newId()),
          lines.map((line) => line.id),
          ...columnsOf(payees),
        ]);
        tellListing(answer?.verdict ?? 'unknown');
        return id;
      });
      rows.deed.target = made;
      return made;
    })
    .catch((error: unknown) => {
      throw brokenConstraint(error) === 'card_line_open_once' ? oneCardRefusals.cardLineOnItsWay() : error;
    });
}

async function waitingLines({ inScope }: FundsContext, input: CardBatchInput): Promise<WaitingLine[]> {
  const found = await inScope.read(({ query }) => query<WaitingLine>(WAITING, [input.disbursementIds]));
  const wanted = input.lineIds ? new Set(input.lineIds) : null;
  const lines = wanted ? found.filter(({ id }) => wanted.has(id)) : found;
  if (lines.length === 0 || (wanted && lines.length < wanted.size))
    throw commonRefusals.notFound({ what: '待发的发放明细 payment lines that wait' });
  return lines;
}

interface Payee {
  name: string;
  memberId: string;
  idNumberTail: string;
  bankName: string;
  card: Buffer;
  cardIndex: string;
  cardTail: string;
  proxyFor: string | null;
  proxyReason: string | null;
}

function payeeOf(
  { tools: { personalData } }: FundsContext,
  { householdId }: WaitingLine,
  account: PayeeAccount | undefined,
  proxy: ProxyAccountInput | undefined,
): Payee {
  if (!account) throw commonRefusals.notFound({ what: '贫困户 household', householdId });
  const { number } = account;
  const given = proxy && { number, bankName: proxy.bankName, card: proxy.card.replaceAll(' ', ''), unconfirmed: false };
  const { card, bankName } = checkAccount(given ?? account);
  return {
    name: proxy?.name ?? account.headName,
    memberId: account.headMemberId,
    idNumberTail: account.idNumberTail,
    bankName,
    card: personalData.seal(card),
    cardIndex: personalData.blindIndex(card),
    cardTail: card.slice(-4),
    proxyFor: proxy ? account.headName : null,
    proxyReason: proxy?.reason ?? null,
  };
}

const columnsOf = (payees: readonly Payee[]): unknown[] => [
  payees.map(({ name }) => name),
  payees.map(({ memberId }) => memberId),
  payees.map(({ idNumberTail }) => idNumberTail),
  payees.map(({ bankName }) => bankName),
  payees.map(({ card }) => card),
  payees.map(({ cardIndex }) => cardIndex),
  payees.map(({ cardTail }) => cardTail),
  payees.map(({ proxyFor }) => proxyFor),
  payees.map(({ proxyReason }) => proxyReason),
];

function tellListing(verdict: string): void {
  if (verdict === 'done') return;
  const [word, rest = ''] = verdict.split(' ');
  if (word === 'state') throw refusals.stateForbids({ state: rest, zh: '造册', en: 'put it on a one-card batch' });
  if (word === 'purposes') throw oneCardRefusals.cardPurposes({ purpose: rest });
  if (word === 'line-on-its-way' || word === 'line-ended') throw oneCardRefusals.cardLineOnItsWay();
  if (word === 'region-unknown') throw commonRefusals.forbidden();
  throw commonRefusals.notFound({ what: '发放明细 payment line' });
}
