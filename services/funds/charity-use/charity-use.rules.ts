// A use of gifts (捐赠使用计划): drawn on gifts that allow it, each once, and passed by a council that has its quorum.
import type { Fen } from '#platform/vocabulary/money';
import { invalidInput } from '#platform/vocabulary/refusal';
import { charityRefusals } from '../charity-fund/charity-refusals.rules';
import { restrictedTo } from '../gift/gift.rules';

export enum CharityUseKind {
  charity = 'charity',
  administration = 'administration',
}

export enum CharityUseState {
  drafted = 'drafted',
  approved = 'approved',
  refused = 'refused',
  withdrawn = 'withdrawn',
}

export enum CouncilVoteWord {
  for = 'for',
  against = 'against',
  abstain = 'abstain',
}

export enum CharityPaymentState {
  applied = 'applied',
  paid = 'paid',
}

export interface PlannedUseOfGifts {
  kind: CharityUseKind;
  purpose: string;
  targetGroup: string | null;
  path: string;
}

export interface GivenFor {
  number: string;
  purpose: string | null;
  targetGroup: string | null;
  restrictedRegionId: string | null;
  /** of the region that it is given for */
  restrictedPath: string | null;
}

/** What a donor gave for one purpose, place or group is used for that, and never for administration. */
export function checkGivenFor(use: PlannedUseOfGifts, gift: GivenFor): void {
  const isRestricted = gift.purpose !== null || gift.targetGroup !== null || gift.restrictedPath !== null;
  const fits =
    (gift.purpose === null || gift.purpose === use.purpose) &&
    (gift.targetGroup === null || gift.targetGroup === use.targetGroup) &&
    (gift.restrictedPath === null || use.path.startsWith(gift.restrictedPath)) &&
    !(use.kind === CharityUseKind.administration && isRestricted);
  if (fits) return;
  const { number, purpose, restrictedRegionId, targetGroup } = gift;
  throw restrictedTo({ gift: number, purpose, regionId: restrictedRegionId, targetGroup });
}

export function checkSources(sources: readonly { lotId: string; amount: Fen }[]): void {
  if (sources.length === 0) throw invalidInput('sources', '至少一笔捐赠', 'a use draws on a gift');
  const seen = new Set<string>();
  sources.forEach(({ lotId, amount }, at) => {
    if (amount <= 0n) throw invalidInput(`sources.${at}.amount`, '金额须大于零', 'an amount is above zero');
    if (seen.has(lotId)) throw invalidInput(`sources.${at}.lotId`, '同一批次重复', 'a lot stands once');
    seen.add(lotId);
  });
}

export interface CouncilRule {
  quorum: number;
  quorumOf: number;
  majority: number;
  majorityOf: number;
}

/** 须有法定人数出席，出席者过半数通过 (《基金会管理条例》第二十一条): answers whether it passed. */
export function checkVotes(rule: CouncilRule, seats: number, votes: readonly CouncilVoteWord[]): boolean {
  const present = votes.length;
  const { quorum, quorumOf } = rule;
  if (present === 0 || present * quorumOf < seats * quorum)
    throw charityRefusals.councilQuorum({ present, seats, quorum, quorumOf });
  const ayes = votes.filter((vote) => vote === CouncilVoteWord.for).length;
  return ayes * rule.majorityOf > present * rule.majority;
}
