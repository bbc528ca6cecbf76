// Money of every kind that a trace may begin at: by card and back, by stages, income of an asset, gifts; each made through the graph, with the ids to ask about.
import { randomUUID } from 'node:crypto';
import { TraceStart } from '../../services/funds/trace/trace-node.rules';
import { assetStepsOf } from './asset-steps';
import { answerBytes, byAmount, type CardLineTold, cardStepsOf, profileNamed } from './card-steps';
import { charityStepsOf } from './charity-steps';
import { APPLY } from './funds-steps';
import type { FundsOnly } from './open-funds';
import { type LineTold, reissueSteps } from './reissue-steps';
import { spendingStepsOf } from './spending-steps';

/** By kind of start; and the batch that was paid out of a gift. */
export async function makeTraceStarts(
  world: FundsOnly,
): Promise<{ starts: Record<string, string[]>; outOfGift: string }> {
  const starts: Record<string, string[]> = {};
  const cards = cardStepsOf(world);
  const told = (kind: TraceStart, ...ids: string[]) => {
    starts[kind] = [...(starts[kind] ?? []), ...ids];
  };
  const one = async (sql: string, ...parameters: unknown[]) =>
    (await world.sql.query<{ id: string }>(sql, parameters)).rows[0]?.id as string;

  const today = await one('select funds.today()::text as id');

  /** A batch by card of which one failed, was tried again, came back in part and was issued anew. */
  async function cardMoney() {
    const profile = profileNamed('delimited-utf8');
    const id = await cards.approved(['120.50', '79.50', '10.00']);
    const batch = await cards.released([id]);
    const [small, failed, large] = byAmount(batch) as [CardLineTold, CardLineTold, CardLineTold];
    const answer = [cards.told(small), cards.told(failed, 'E02'), cards.told(large)];
    const file = await cards.bring(await answerBytes(profile, batch.number, 'answer', answer));
    const again = await cards.released([id]);
    const [retried] = byAmount(again) as [CardLineTold];
    const second = await cards.bring(await answerBytes(profile, again.number, 'answer', [cards.told(retried)]));
    const steps = reissueSteps(world);
    await steps.back({ id: failed.payment.id } as LineTold, '30.00');
    const anew = await steps.reissued(id);
    const lot = await one('select lot_id as id from funds.disbursement where id = $1', id);
    told(TraceStart.lot, lot);
    told(TraceStart.allotment, await one('select allotment_id as id from funds.allotment_line where id = $1', lot));
    told(TraceStart.disbursement, id, anew);
    told(TraceStart.payment, large.payment.id, failed.payment.id);
    told(TraceStart.payment, await one('select id from funds.disbursement_line where disbursement_id = $1', anew));
    told(TraceStart.cardBatch, batch.id, again.id);
    told(TraceStart.bankLine, small.id, failed.id, retried.id);
    told(TraceStart.bankFileLine, `${file.id}/${file.lines.edges[1].node.ordinal}`);
    told(TraceStart.bankFileLine, `${second.id}/${second.lines.edges[0].node.ordinal}`);
    const home = 'select region_id as id from funds.disbursement_line where id = $1';
    told(TraceStart.village, `${id}/${await one(home, failed.payment.id)}`);
  }

  /** A project that is paid both by stages of a contract and by a batch to households. */
  async function projectMoney() {
    const spending = spendingStepsOf(world, cards, today);
    await spending.stage('300.00');
    const claim = await one('select id from funds.stage_claim order by id desc limit 1');
    const contract = await one('select reimbursement_id as id from funds.stage_claim where id = $1', claim);
    const project = await one(
      'select project_id as id from funds.project_contract where reimbursement_id = $1',
      contract,
    );
    await spending.whole(['12.00', '8.00'], project);
    told(TraceStart.project, project);
    told(TraceStart.contract, contract);
    told(TraceStart.claim, claim);
  }

  async function assetMoney() {
    const assets = assetStepsOf(world);
    const [id, lot] = [await assets.approvedDistribution(), await assets.dividendLot('90000.00')];
    const { data } = await assets.apply('town-kouzhen', id, lot, randomUUID());
    told(TraceStart.distribution, id);
    told(TraceStart.disbursement, data.applyAssetDistribution.disbursement.id);
  }

  /** Gifts: one whose use is paid to a household by the town, one whose use is a payment of the fund. */
  async function givenMoney() {
    const { found, given, draft, resolve } = charityStepsOf(world, today);
    const fundId = await found();
    const gift = await given(fundId, '900.00');
    const relief = await resolve(fundId, await draft(fundId, [{ lotId: gift.lotId, amount: '500.00' }]));
    const part = relief.lots[0].id as string;
    const [household] = cards.steps.townHouseholds();
    const lines = [{ householdId: household?.id, amount: '120.00' }];
    const paper = { purpose: 'donated-relief', documentNumber: '口政发〔2018〕60号（拟）' };
    const input = { allotmentLineId: part, ...paper, lines };
    const { applyDisbursement } = await world.get(world.as('town-kouzhen'), APPLY, { input, key: randomUUID() });
    const own = { kind: 'administration', regionId: world.regionId('371200') };
    const run = await resolve(fundId, await draft(fundId, [{ lotId: gift.lotId, amount: '90.00' }], own));
    const bill = { lotId: run.lots[0].id, payee: '莱芜市某会计师事务所', item: '年度审计', voucher: randomUUID() };
    const ask = 'mutation($input: CharityPaymentInput!) { applyCharityPayment(input: $input) { id } }';
    const { id } = (await world.get(world.as('city-officer'), ask, { input: { ...bill, amount: '60.00' } }))
      .applyCharityPayment;
    const pay = 'mutation($id: ID!, $key: String!) { payCharityPayment(id: $id, idempotencyKey: $key) { state } }';
    await world.get(world.as('city-finance'), pay, { id, key: randomUUID() });
    told(TraceStart.lot, gift.lotId, part);
    told(TraceStart.disbursement, applyDisbursement.id);
    told(TraceStart.fundPayment, id);
    return applyDisbursement.id as string;
  }

  async function statements() {
    const { rows } = await world.sql.query<{ id: string }>(
      `select distinct on (j.kind) i.line_id as id from funds.reconciliation_item i join funds.journal j on j.id = i.journal_id
       where i.outcome in ('matched', 'differs') order by j.kind, i.line_id`,
    );
    told(TraceStart.statementLine, ...rows.map(({ id }) => id));
  }

  await cardMoney();
  await projectMoney();
  await assetMoney();
  const outOfGift = await givenMoney();
  await statements();
  return { starts, outOfGift };
}
