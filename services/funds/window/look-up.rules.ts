// Who may be looked up at a hospital's window (窗口查询): a person who is there with a card that is his, and so many an hour.
import { windowRefusals } from './window-refusals.rules';

/**
 * Of one clerk in an hour: all look-ups, and those that found nobody. A guard against trying out numbers and no rule of the city: a busy
 * window serves forty patients an hour.
 */
export const lookUpLimits = { most: 120, mostMissed: 20 } as const;

/** 人证相符: the clerk has held the card against the person, and says so. */
export function checkCard(cardMatches: boolean): void {
  if (!cardMatches) throw windowRefusals.cardNotConfirmed({ field: 'cardMatches' });
}
