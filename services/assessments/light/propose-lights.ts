// Proposes the lights of a quarter (提出亮灯): figures first, then scores and lights of all towns in one transaction, frozen.

import type { Rows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import { onceOnly } from '#platform/database/once-only';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { type FrozenInputs, freezeFigures, freezeTree } from '../scoring/frozen-score.rules';
import { Score } from '../scoring/score.entity';
import { type ScoringInputs, score } from '../scoring/scoring.rules';
import type { Indicator } from '../scoring/scoring-pack.rules';
import { findQuarterPacks } from './find-quarter-packs';
import { gatherFigures, type TownFigures } from './gather-figures';
import { Light, LightColour, LightStatus } from './light.entity';
import { type LightColour as Colour, lightsOf } from './light.rules';
import { LightRound } from './light-round.entity';
import { townsInRange } from './towns-in-range';

interface ConfirmedLight {
  id: string;
  regionId: string;
  quarter: string;
  colour: Colour;
}

export async function proposeLights(
  context: Context,
  quarter: string,
  idempotencyKey: string,
): Promise<LightRound | null> {
  const { caller, inScope } = context;
  const { until } = parseQuarter(quarter);
  const packs = await findQuarterPacks(context, quarter);
  const towns = await townsInRange(context);
  const { regionId, personId } = caller;
  if (towns.length === 0 || regionId === null || personId === null) throw commonRefusals.outOfScope();
  const figures = await gatherFigures(context, towns, quarter);
  const { lo: path } = await inScope.range();
  const once = {
    subgraph: 'assessments',
    caller,
    operation: 'proposeLights',
    idempotencyKey,
    payload: { quarter },
  } as const;
  const id = await inScope.write(
    { action: 'proposeLights', target: quarter, facts: { quarter, towns: towns.length } },
    async (rows) =>
      onceOnly(rows, once, async () => {
        const now = await rows.now();
        if (new Date(`${until}T00:00:00+08:00`) > now) throw refusals.quarterNotOver({ quarter });
        const drawn = towns.map((town) => ({ town, ...drawScore(packs.scoring, figures.get(town.id) ?? {}) }));
        const peers = drawn.map(({ town, outcome }) => ({ regionCode: town.code, score: outcome.score }));
        const confirmed = await confirmedLights(rows, quarter);
        const codes = new Map(towns.map((town) => [town.id, town.code]));
        const past = confirmed.map(({ regionId: of, quarter: then, colour }) => ({
          regionCode: codes.get(of) ?? of,
          quarter: then,
          light: colour,
        }));
        const lights = new Map(lightsOf(quarter, peers, past, packs.light).map((light) => [light.regionCode, light]));
        const round = {
          id: newId(),
          quarter,
          regionId,
          path,
          scoringPack: packs.scoring.name,
          scoringPackHash: drawn[0]?.outcome.packHash ?? '',
          lightPack: packs.light.name,
          lightPackHash: lights.get(towns[0]?.code ?? '')?.packHash ?? '',
          proposedBy: personId,
          proposedAt: now,
        };
        const scoreRows: Score[] = [];
        const lightRows: Light[] = [];
        for (const { town, outcome, inputs } of drawn) {
          const light = lights.get(town.code);
          if (!light) throw new Error(`no light was drawn for ${town.code}`);
          const at = { roundId: round.id, regionId: town.id, path: town.path, quarter };
          const { score: points, packHash, inputsHash } = outcome;
          const scoreId = newId();
          scoreRows.push({
            ...at,
            id: scoreId,
            score: points,
            packName: packs.scoring.name,
            packHash,
            inputs,
            inputsHash,
            tree: freezeTree(outcome.evidence, inputs),
            drawnBy: personId,
            drawnAt: now,
          });
          lightRows.push({
            ...at,
            id: newId(),
            scoreId,
            colour: LightColour[light.light],
            rank: light.rank,
            peers: light.peers,
            reasons: light.triggers,
            packName: packs.light.name,
            packHash: light.packHash,
            inputsHash: light.inputsHash,
            status: LightStatus.proposed,
            proposedBy: personId,
            proposedAt: now,
            confirmedBy: null,
            confirmedAt: null,
            supersedes: confirmed.find((each) => each.regionId === town.id && each.quarter === quarter)?.id ?? null,
          });
        }
        await rows.manager.insert(LightRound, round);
        await rows.manager.insert(Score, scoreRows);
        await rows.manager.insert(Light, lightRows);
        return round.id;
      }),
  );
  return inScope.read(({ manager }) => manager.findOneBy(LightRound, { id }));
}

function drawScore(pack: Parameters<typeof score>[0], figures: TownFigures) {
  const given: ScoringInputs = Object.fromEntries(
    Object.entries(figures).map(([indicator, { numerator, denominator }]) => [indicator, { numerator, denominator }]),
  );
  const inputs: FrozenInputs = {};
  for (const [indicator, { source, ...of }] of Object.entries(figures) as [
    Indicator,
    Required<TownFigures>[Indicator],
  ][])
    inputs[indicator] = freezeFigures(of, source);
  return { outcome: score(pack, given), inputs };
}

/** The light in force of each town and quarter up to this one: the last that was confirmed. */
function confirmedLights(rows: Rows, quarter: string): Promise<ConfirmedLight[]> {
  return rows.query<ConfirmedLight>(
    `select distinct on (region_id, quarter) id, region_id as "regionId", quarter, colour from assessments.light
     where status = 'confirmed' and quarter <= $1 order by region_id, quarter, confirmed_at desc`,
    [quarter],
  );
}
