// What the tests of charity funds do over and over: found a fund to its registration, take a gift to its lot, bring a use through the council.
import { createHash, randomUUID } from 'node:crypto';
import type { FundsOnly } from './open-funds';

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

export const FOUND =
  'mutation($input: FoundCharityFundInput!) { foundCharityFund(input: $input) { id state region { id } } }';
export const STEP = 'mutation($input: FoundingStepInput!) { recordFoundingStep(input: $input) { id outcome } }';
export const CONFIRM =
  'mutation($id: ID!) { confirmFoundingStep(id: $id) { outcome confirmedBy { id } fund { state registeredOn } } }';
export const PROMISE = 'mutation($input: PromiseGiftInput!) { promiseGift(input: $input) { id number state } }';
export const ARRIVE =
  'mutation($input: GiftArrivalInput!) { recordGiftArrival(input: $input) { state received items { id good quantity value } } }';
export const ACCEPT = `mutation($id: ID!, $key: String!) { acceptGift(id: $id, idempotencyKey: $key) { state acceptedOn
  lots { id amount book purpose balance { available cashHeld } gift { id } } } }`;
export const RECEIPT =
  'mutation($id: ID!, $number: String!) { issueGiftReceipt(id: $id, receiptNumber: $number) { code gift { receiptNumber receiptedOn } } }';
export const DRAFT =
  'mutation($input: DraftCharityUseInput!) { draftCharityUse(input: $input) { id state amount purpose } }';
export const RESOLVE = `mutation($input: ResolveCharityUseInput!, $key: String!) { resolveCharityUse(input: $input, idempotencyKey: $key) { state
  resolution { seats present ayes passed votes { vote member { name } } } lots { id amount purpose balance { available cashHeld } gift { id } } } }`;

export const COUNCIL = ['chair', 'viceChair', 'secretary', 'member', 'member'].map((post, at) => ({
  name: `理事${'甲乙丙丁戊'[at]}`,
  post,
}));

export type CharitySteps = ReturnType<typeof charityStepsOf>;

export function charityStepsOf(world: FundsOnly, today: string) {
  const officer = () => world.as('city-officer');
  const director = () => world.as('city-director');
  const city = () => world.regionId('371200');
  const steps = [
    { kind: 'initiation', happenedOn: '2016-10-08', initiators: ['莱芜市扶贫开发办公室', '莱芜市工商联'] },
    { kind: 'charter', happenedOn: '2016-11-02', documentHash: hashOf('章程') },
    { kind: 'startupMoney', happenedOn: '2016-11-20', amount: '2000000.00', documentNumber: '验资〔2016〕7号（拟）' },
    { kind: 'council', happenedOn: '2016-12-01', council: COUNCIL },
    { kind: 'account', happenedOn: '2016-12-10', organ: '莱商银行', accountNumber: '8013 0001 0421 0000' },
    {
      kind: 'registration',
      happenedOn: '2016-12-26',
      documentNumber: '鲁莱民登〔2016〕31号（拟）',
      organ: '莱芜市民政局',
    },
  ];
  const record = async (fundId: string, step: object) =>
    (await world.get(officer(), STEP, { input: { fundId, ...step } })).recordFoundingStep.id as string;
  const confirm = async (id: string) => (await world.get(director(), CONFIRM, { id })).confirmFoundingStep;
  async function found(name = `莱芜市扶贫基金${randomUUID().slice(0, 4)}`, until = steps.length) {
    const input = { regionId: city(), name, legalForm: 'foundation', publicRaising: true, purpose: '扶贫济困' };
    const { id } = (await world.get(officer(), FOUND, { input })).foundCharityFund;
    for (const step of steps.slice(0, until)) await confirm(await record(id, step));
    return id as string;
  }
  const giftInput = (fundId: string, more: object = {}) => ({
    ...{
      fundId,
      kind: 'money',
      donorKind: 'organisation',
      donorName: '莱芜钢铁集团',
      anonymous: false,
      voluntary: true,
    },
    ...{ amount: '1000.00', promisedOn: today, ...more },
  });
  const promise = async (fundId: string, more: object = {}) =>
    (await world.get(officer(), PROMISE, { input: giftInput(fundId, more) })).promiseGift.id as string;
  const arrive = async (giftId: string, more: object = { received: '1000.00' }) =>
    (
      await world.get(officer(), ARRIVE, {
        input: { giftId, arrivedOn: today, voucher: `回单${randomUUID().slice(0, 8)}`, ...more },
      })
    ).recordGiftArrival;
  const accept = async (id: string) => (await world.get(director(), ACCEPT, { id, key: randomUUID() })).acceptGift;
  /** A gift of money, accepted: its lot. */
  async function given(fundId: string, amount: string, more: object = {}) {
    const id = await promise(fundId, { amount, ...more });
    await arrive(id, { received: amount });
    const [lot] = (await accept(id)).lots;
    return { id, lotId: lot.id as string };
  }
  const planInput = (fundId: string, sources: object[], more: object = {}) => ({
    ...{ fundId, kind: 'charity', purpose: 'donated-relief', regionId: world.regionId('371202100') },
    ...{ description: '困难户临时救助', sources, ...more },
  });
  const draft = async (fundId: string, sources: object[], more: object = {}) =>
    (await world.get(officer(), DRAFT, { input: planInput(fundId, sources, more) })).draftCharityUse.id as string;
  async function members(fundId: string): Promise<string[]> {
    const query = 'query($id: ID!) { charityFund(id: $id) { council { id } } }';
    return (await world.get(officer(), query, { id: fundId })).charityFund.council.map(({ id }: { id: string }) => id);
  }
  const resolution = (useId: string, ids: readonly string[], votes: readonly string[]) => ({
    input: {
      ...{ useId, metOn: today, minutesHash: hashOf('会议纪要') },
      votes: votes.map((vote, at) => ({ memberId: ids[at], vote })),
    },
    key: randomUUID(),
  });
  const resolve = async (fundId: string, useId: string, votes = ['for', 'for', 'for', 'against']) =>
    (await world.get(director(), RESOLVE, resolution(useId, await members(fundId), votes))).resolveCharityUse;
  return {
    steps,
    record,
    confirm,
    found,
    giftInput,
    promise,
    arrive,
    accept,
    given,
    planInput,
    draft,
    members,
    resolution,
    resolve,
  };
}
