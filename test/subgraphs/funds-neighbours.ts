// What households answers to funds about payees and patients in its tests: facts of the generated city, as far as a test did not bend them.
import type { City } from '../../data/generate/city';

/** What of the register a test bends: cards corrected since, who died, which households were removed. */
export interface BentRegister {
  cards: Map<string, string>;
  unconfirmed: Set<string>;
  dead: Map<string, string>;
  removed: Set<string>;
  /** insured as, on the day of discharge in another year than that of admission */
  insuredLater: Map<string, string>;
}

export const unbent = (): BentRegister => ({
  cards: new Map(),
  unconfirmed: new Set(),
  dead: new Map(),
  removed: new Set(),
  insuredLater: new Map(),
});

/** Null for what is asked about anything else. */
export function answerOfPayees(
  city: City,
  variables: Record<string, unknown>,
  register: BentRegister,
): Record<string, unknown> | null {
  const region = city.regions.find(({ code }) => code !== null && code === variables.code);
  if (region) return { regionByCode: { id: region.id } };
  // Households has taken over no goods of a gift yet.
  if ('giftId' in variables) return { giftGoods: [] };
  if ('accounts' in variables) {
    const wanted = new Set(variables.accounts as string[]);
    const memberOf = new Map(city.members.map((member) => [member.id, member]));
    return {
      accountsForPayment: city.households
        .filter(({ id }) => wanted.has(id))
        .map(({ id, number, headMemberId, bankName, bankCard }) => ({
          ...{ id, number, headMemberId, bankName, headName: memberOf.get(headMemberId)?.name },
          idNumberTail: memberOf.get(headMemberId)?.idNumber.slice(-4),
          card: register.cards.get(id) ?? bankCard,
          unconfirmed: register.unconfirmed.has(id),
        })),
    };
  }
  if ('memberId' in variables) {
    const member = city.members.find(({ id }) => id === variables.memberId);
    return { insuredOn: register.insuredLater.get(String(variables.memberId)) ?? member?.insured ?? null };
  }
  if (!('payees' in variables)) return null;
  const wanted = new Set(variables.payees as string[]);
  return {
    payeeStandings: city.members
      .filter(({ id }) => wanted.has(id))
      .map(({ id, householdId }) => ({
        memberId: id,
        householdState: register.removed.has(householdId) ? 'removed' : 'lifted-with-policies',
        diedOn: register.dead.get(id) ?? null,
        deathInQuestion: false,
      })),
  };
}

export function answerOfPatient(city: City, asked: unknown) {
  const member = city.members.find(({ idNumber }) => idNumber === asked);
  const home = city.households.find(({ id }) => id === member?.householdId);
  if (!member || !home) return { memberForStay: null };
  const { id: memberId, householdId, name, insured } = member;
  const told = {
    memberId,
    householdId,
    nameMasked: `${name[0]}*`,
    insured,
    state: 'lifted-with-policies',
    version: '1',
  };
  return { memberForStay: { ...told, regionId: home.regionId, path: home.path, tags: ['registered-poor'] } };
}
