// What tests of clearing ask, and the settlements that they clear.
import { randomUUID } from 'node:crypto';
import type { Caller } from '#platform/vocabulary/caller';
import { ADMIT, FEES, OUT, SETTLE } from './funds-stays';
import type { FundsOnly } from './open-funds';

const SHOWN = `id state lineCount linesHash claimed deducted deposit setOff payable
  lines { edges { node { ordinal settledOn amount deducted settlement { id } deduction { id } } } }`;
export const CLEARING = `query($id: ID!) { clearing(id: $id) { ${SHOWN} } }`;
export const SUBMIT = `mutation($payer: ID!, $month: String!, $key: String!) { submitClearing(payerId: $payer, month: $month, idempotencyKey: $key) { ${SHOWN} } }`;
export const REVIEW = `mutation($id: ID!, $deductions: [DeductionInput!]!, $key: String!) { reviewClearing(id: $id, deductions: $deductions, idempotencyKey: $key) {
  id state deducted lines(deductedOnly: true) { edges { node { deduction { id } } } } } }`;
export const APPROVE = `mutation($id: ID!) { approveClearingPayment(id: $id) { state } }`;
export const PAY = `mutation($id: ID!, $key: String!) { payClearing(id: $id, idempotencyKey: $key) { id state paidOn } }`;
export const RECONCILE = `mutation($id: ID!) { reconcileClearing(id: $id) { state reconciledOn } }`;
export const BRING = `mutation($id: ID!, $input: ClearingListInput!) { bringClaimList(id: $id, input: $input) {
  lists { id side lineCount open differences { edges { node { id outcome reference ours theirs } } } } } }`;
export const APPLY = `mutation($id: ID!) { applyClearingPayment(id: $id, document: "付款〔2026〕1号") { state deposit setOff payable } }`;
const STRIKE = `mutation($id: ID!) { strikeSettlement(id: $id, reason: "费用录入有误") { id } }`;

interface Shown {
  ordinal: number;
  amount: string;
  settlement: { id: string };
}

export function clearingSteps(world: FundsOnly) {
  let next = 0;
  const key = () => `steps-${randomUUID()}`;
  const linesOf = async (who: Caller, id: string): Promise<Shown[]> =>
    (await world.get(who, CLEARING, { id })).clearing.lines.edges.map(({ node }: { node: Shown }) => node);
  return {
    /** of 20,000 yuan in policy, of somebody who was not settled yet */
    async settled(who: Caller): Promise<string> {
      const patients = world.city.members.filter(({ insured }) => insured === 'resident');
      const { idNumber } = patients[next++] as { idNumber: string };
      const input = { idNumber, admittedOn: '2018-05-02' };
      const { id } = (await world.get(who, ADMIT, { input, key: key() })).admitPatient;
      const lines = [{ name: '住院费', feeClass: 'a', amount: '20000.00', outOfPolicy: '0.00' }];
      await world.get(who, FEES, { id, lines });
      await world.get(who, OUT, { id, on: '2018-05-12' });
      return (await world.get(who, SETTLE, { id, key: key() })).settleStay.id;
    },
    struck: async (who: Caller, id: string): Promise<string> =>
      (await world.get(who, STRIKE, { id })).strikeSettlement.id,
    async ordinalOf(who: Caller, id: string, amount: string): Promise<number> {
      const struck = await this.ordinalStruck(id);
      return (await linesOf(who, id)).find((line) => line.amount === amount && line.ordinal !== struck)?.ordinal ?? 0;
    },
    /** the line whose settlement was struck */
    async ordinalStruck(id: string): Promise<number> {
      const { rows } = await world.sql.query<{ ordinal: number }>(
        `select l.ordinal from funds.clearing_line l where l.clearing_id = $1 and exists (select 1 from funds.settlement k where k.strikes_id = l.settlement_id)`,
        [id],
      );
      return rows[0]?.ordinal ?? 0;
    },
    /** from the claim of a month to its payment, with nothing deducted */
    async paid(who: Caller, [maker, checker, payer]: readonly Caller[], month: string) {
      const submitted = (await world.get(who, SUBMIT, { payer: maker?.unitId, month, key: key() })).submitClearing;
      const { id } = submitted;
      await world.get(maker as Caller, REVIEW, { id, deductions: [], key: key() });
      await world.get(who, BRING, { id, input: { name: '清单', lines: await this.referencesOf(who, id) } });
      await world.get(who, RECONCILE, { id });
      await world.get(maker as Caller, APPLY, { id });
      await world.get(checker as Caller, APPROVE, { id });
      await world.get(payer as Caller, PAY, { id, key: key() });
      return submitted;
    },
    referencesOf: async (who: Caller, id: string) =>
      (await linesOf(who, id)).map(({ amount, settlement }) => ({ reference: settlement.id, amount })),
  };
}
