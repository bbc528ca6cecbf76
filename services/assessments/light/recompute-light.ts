// Recomputes a light (复算亮灯) from the figures that its round froze: the same packs, peers and past give the same hashes.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type Drawn, drawQuarter, type Peer, type QuarterPacks } from '../closing/draw-quarter.rules';
import type { Figure } from '../closing/figure.rules';
import { Score } from '../scoring/score.entity';
import { confirmedLights, pastOf } from './confirmed-lights.query';
import { findRoundPacks } from './find-quarter-packs';
import { Light } from './light.entity';
import type { LitGroup } from './light-pack.rules';
import { LightRound } from './light-round.entity';
import { Recomputation } from './recomputation.entity';

export interface RoundGround {
  light: Light;
  round: LightRound;
  score: Score;
  peers: Peer[];
  figures: Figure[];
  packs: QuarterPacks;
  past: ReturnType<typeof pastOf>;
}

interface PeerRow {
  id: string;
  code: string;
}

export async function recomputeLight(context: Context, id: string): Promise<Recomputation> {
  const ground = await readRoundOf(context, id);
  const drawn = drawAgain(ground, ground.figures);
  const { light, score } = ground;
  return Object.assign(new Recomputation(), {
    colour: drawn.light?.light,
    score: drawn.outcome.score,
    scoreInputsHash: drawn.outcome.inputsHash,
    lightInputsHash: drawn.light?.inputsHash,
    treeHash: drawn.tree.hash,
    same:
      drawn.light?.light === light.colour &&
      drawn.light.inputsHash === light.inputsHash &&
      drawn.outcome.inputsHash === score.inputsHash &&
      drawn.outcome.score === score.score &&
      drawn.tree.hash === score.tree.hash,
    tree: drawn.tree,
    scored: score,
  });
}

/** The lit region drawn anew among the peers of its round. */
export function drawAgain({ light, round, peers, packs, past }: RoundGround, figures: readonly Figure[]): Drawn {
  const drawn = drawQuarter(round.quarter, peers, figures, past, packs).find(({ peer }) => peer.id === light.regionId);
  if (!drawn) throw new Error(`the light ${light.id} has no peer in its own round`);
  return drawn;
}

/** A published light is read as everybody reads it, an unpublished one within the caller's own range. */
export async function readRoundOf(context: Context, id: string): Promise<RoundGround> {
  const notFound = () => commonRefusals.notFound({ what: '亮灯 light' });
  if (!isId(id)) throw notFound();
  const seen = (await lightAs(context, id, 'public')) ?? (await lightAs(context, id, context.caller.scope));
  if (!seen) throw notFound();
  const { light, as } = seen;
  const { round, peers, score, figures, past } = await context.inScope.read(async ({ query, manager }) => {
    const [round, peers, score, figures] = await Promise.all([
      manager.findOneBy(LightRound, { id: light.roundId }),
      // An appeal's round draws one region anew among the peers of the round that it goes back to.
      query<PeerRow>(
        `select region_id as id, peer_code as code from assessments.score where level = $2
         and round_id = (select coalesce(origin_id, id) from assessments.light_round where id = $1)`,
        [light.roundId, light.level],
      ),
      manager.findOneBy(Score, { id: light.scoreId }),
      query<Omit<Figure, 'numerator' | 'denominator'> & { numerator: string; denominator: string }>(
        `select subject_id as "subjectId", indicator, numerator::text, denominator::text, source from assessments.figure
         where round_id = $1 and subject = 'region'`,
        [light.roundId],
      ),
    ]);
    const confirmed = round ? await confirmedLights({ query }, light.quarter, round.proposedAt) : [];
    return { round, peers, score, figures, past: confirmed };
  }, as);
  if (!round || !score) throw notFound();
  const packs = await findRoundPacks(context, round, light.level as LitGroup);
  return {
    light,
    round,
    score,
    peers: peers.map((peer) => ({ ...peer, group: light.level })),
    figures: figures.map((each) => ({
      ...each,
      numerator: BigInt(each.numerator),
      denominator: BigInt(each.denominator),
    })),
    packs,
    past: pastOf(past, new Map(peers.map(({ id: of, code }) => [of, code]))),
  };
}

async function lightAs({ inScope }: Context, id: string, as: Context['caller']['scope']) {
  if (as !== 'public' && as !== 'region') return null;
  const light = await inScope.read(({ manager }) => manager.findOneBy(Light, { id }), as);
  return light && { light, as };
}
