// Confirms the lights that were proposed last for a quarter (确认亮灯): by another person, and from then on they are published.
import { type EntityManager, IsNull } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import { Light, LightStatus } from './light.entity';
import { LightRound } from './light-round.entity';

/** `roundId`: what the confirming person looked at; a proposal that came in between is not confirmed unseen. */
export async function confirmLights(
  { caller, inScope }: Context,
  quarter: string,
  roundId: string | null,
): Promise<LightRound> {
  parseQuarter(quarter);
  const deed = { action: 'confirmLights', target: null as string | null, facts: { quarter } };
  try {
    return await inScope.write(deed, async (rows) => {
      const round = await newestRound(rows.manager, quarter);
      if (!round) throw refusals.nothingProposed({ quarter });
      if (roundId && roundId !== round.id) throw refusals.proposalChanged();
      if (round.proposedBy === caller.personId) throw refusals.samePerson();
      rows.deed.target = round.id;
      const confirmation = {
        status: LightStatus.confirmed,
        confirmedBy: caller.personId,
        confirmedAt: await rows.now(),
      };
      const { affected } = await rows.manager.update(
        Light,
        { roundId: round.id, status: LightStatus.proposed },
        confirmation,
      );
      if (!affected) throw refusals.nothingProposed({ quarter });
      return round;
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'light_four_eyes') throw refusals.samePerson();
    if (constraint === 'light_first_once' || constraint === 'light_superseded_once') throw refusals.proposalChanged();
    throw error;
  }
}

export async function newestRound(manager: EntityManager, quarter: string): Promise<LightRound | null> {
  const [round] = await manager.find(LightRound, {
    where: { quarter, appealId: IsNull() },
    order: { proposedAt: 'DESC', id: 'DESC' },
    take: 1,
  });
  return round ?? null;
}
