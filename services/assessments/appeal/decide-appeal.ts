// Decides an appeal (裁定申诉): the appealed item's sources are asked anew, the tree is drawn again, and a new light stands beside the old.

import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import type { Drawn } from '../closing/draw-quarter.rules';
import { type Figure, hashOfFigures } from '../closing/figure.rules';
import { gatherFigures } from '../closing/gather-figures';
import { copyFigures, keepFigures, keepLights, keepScores } from '../closing/keep-round.query';
import { rowsOfRound } from '../closing/rows-of-round';
import { LightColour } from '../light/light.entity';
import { lightRefusals } from '../light/light-refusals.rules';
import { LightRound } from '../light/light-round.entity';
import { drawAgain, type RoundGround, readRoundOf } from '../light/recompute-light';
import { refusals } from '../refusals';
import { nodesOf } from '../scoring/frozen-score.rules';
import { checkAppealDecision, checkUpheld } from './appeal.rules';
import { AppealOutcome, LightAppeal } from './light-appeal.entity';

export async function decideAppeal(
  context: Context,
  id: string,
  upheld: boolean,
  reason: string,
): Promise<LightAppeal> {
  const { caller, inScope } = context;
  const notFound = () => commonRefusals.notFound({ what: '申诉 appeal' });
  if (!isId(id) || caller.personId === null) throw notFound();
  const { personId, principalId, standsFor } = caller;
  const by = { personId, principalId, standsFor };
  if (!reason.trim()) throw invalidInput('reason', '须说明理由', 'say why');
  refusePersonalNumbers('reason', reason);
  const seen = await inScope.read(({ manager }) => manager.findOneBy(LightAppeal, { id }));
  if (!seen) throw notFound();
  checkAppealDecision(seen, by);
  const ground = await readRoundOf(context, seen.lightId);
  const { fresh, figures } = await askAnew(context, ground, seen.node);
  const drawn = drawAgain(ground, figures);
  checkUpheld(upheld, ground.score.tree, drawn.tree);
  try {
    return await inScope.write({ action: 'decideAppeal', target: id, facts: { upheld } }, async (rows) => {
      const appeal = await rows.manager.findOneBy(LightAppeal, { id });
      if (!appeal) throw notFound();
      checkAppealDecision(appeal, by);
      const decision = {
        decidedBy: personId,
        decidedAt: await rows.now(),
        outcome: upheld ? AppealOutcome.upheld : AppealOutcome.rejected,
        reason,
        tree: drawn.tree,
        colour: drawn.light && LightColour[drawn.light.light],
        score: drawn.outcome.score,
        inputsHash: drawn.tree.hash,
      };
      const newLightId = upheld
        ? await keepNewLight(rows, ground, appeal, { drawn, fresh, figures }, decision.decidedAt, personId)
        : null;
      await rows.manager.update(LightAppeal, { id }, { ...decision, newLightId });
      return Object.assign(appeal, decision, { newLightId });
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'assessments_light_appeal_decided_once') throw lightRefusals.appealDecided();
    if (constraint === 'light_appeal_four_eyes' || constraint === 'light_four_eyes') throw refusals.samePerson();
    if (constraint === 'light_superseded_once') throw lightRefusals.lightSuperseded();
    throw error;
  }
}

/** Only the appealed item, with all below it, is asked for again; every other figure stands as it was frozen. */
async function askAnew(context: Context, { light, round, score, figures }: RoundGround, node: string) {
  const own = nodesOf(score.tree).find((each) => each.node === node);
  const asked = own ? nodesOf(own).flatMap(({ indicator }) => (indicator ? [indicator] : [])) : [];
  const subjects = { regions: [light.regionId], units: [] };
  const fresh = await gatherFigures(context, subjects, round.quarter, new Set(asked));
  const stands = (figure: Figure) => figure.subjectId !== light.regionId || !asked.includes(figure.indicator);
  return { fresh, figures: [...figures.filter(stands), ...fresh] };
}

interface Anew {
  drawn: Drawn;
  fresh: readonly Figure[];
  figures: readonly Figure[];
}

/** Asked for by the appellant and confirmed by who decides: two people, neither of whom made the old light. */
async function keepNewLight(
  rows: WriteRows,
  { light, round: origin, packs }: RoundGround,
  appeal: LightAppeal,
  { drawn, fresh, figures }: Anew,
  now: Date,
  personId: string,
): Promise<string> {
  const round = Object.assign(new LightRound(), {
    ...origin,
    id: newId(),
    figuresHash: hashOfFigures(figures),
    appealId: appeal.id,
    originId: origin.id,
    proposedBy: appeal.appealedBy,
    proposedAt: now,
  });
  await rows.manager.insert(LightRound, round);
  const { regionId, path } = light;
  const peers = [{ id: regionId, regionId, unitId: null, path }];
  const standing = new Map([[regionId, light.id]]);
  const kept = rowsOfRound({ round, figures: fresh, drawn: [drawn], peers, packs, standing });
  const asked = [...new Set(fresh.map(({ indicator }) => indicator))];
  await copyFigures(rows, origin.id, round.id, regionId, asked);
  await keepFigures(rows, kept.figures);
  await keepScores(rows, kept.scores);
  const confirmed = kept.lights.map((each) => ({
    ...each,
    status: 'confirmed',
    confirmed_by: personId,
    confirmed_at: now,
  }));
  await keepLights(rows, confirmed);
  return confirmed[0]?.id ?? '';
}
