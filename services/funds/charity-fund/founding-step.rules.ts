// The steps of a founding (设立步骤) in their order, and how each is called.
import type { BilingualText } from '#platform/vocabulary/refusal';

export enum FoundingStepKind {
  initiation = 'initiation',
  charter = 'charter',
  startupMoney = 'startup-money',
  council = 'council',
  account = 'account',
  registration = 'registration',
  dissolution = 'dissolution',
}

export const foundingSteps: Readonly<Record<FoundingStepKind, BilingualText>> = {
  initiation: { zh: '发起', en: 'initiation' },
  charter: { zh: '通过章程', en: 'the charter' },
  'startup-money': { zh: '启动资金到位', en: 'the start-up money' },
  council: { zh: '选举理事会', en: 'the council' },
  account: { zh: '开立账户', en: 'the account' },
  registration: { zh: '登记', en: 'registration' },
  dissolution: { zh: '注销', en: 'dissolution' },
};

/** What each step has to tell beside its day, by the names of the input. */
const needs: Readonly<Record<FoundingStepKind, readonly NeededFact[]>> = {
  initiation: ['initiators'],
  charter: ['documentHash'],
  'startup-money': ['amount', 'documentNumber'],
  council: ['council'],
  account: ['organ', 'accountNumber'],
  registration: ['documentNumber', 'organ'],
  dissolution: ['documentNumber', 'organ'],
};

export type NeededFact =
  | 'initiators'
  | 'documentHash'
  | 'amount'
  | 'documentNumber'
  | 'council'
  | 'organ'
  | 'accountNumber';

/** The first fact that the step needs and does not tell; null when it is whole. */
export function missingFact(
  kind: FoundingStepKind,
  told: Readonly<Partial<Record<NeededFact, unknown>>>,
): NeededFact | null {
  const isTold = (fact: NeededFact) => {
    const value = told[fact];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
  };
  return needs[kind].find((fact) => !isTold(fact)) ?? null;
}
