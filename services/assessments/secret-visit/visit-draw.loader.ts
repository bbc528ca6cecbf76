// Draws and their samples for every place that names them: released ones in one's range, the others as their inspector's own.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import type { ScopeKind } from '#platform/vocabulary/caller';
import { VisitDraw } from './visit-draw.entity';
import { VisitSample } from './visit-sample.entity';

const drawsAs = (kind?: ScopeKind) =>
  defineLoader<VisitDraw | null>(
    'draw of secret visits by id',
    () => null,
    async ({ manager }, ids) => mapBy(await manager.findBy(VisitDraw, { id: Any([...ids]) }), ({ id }) => id),
    kind,
  );
const samplesAs = (kind?: ScopeKind) =>
  defineLoader<VisitSample[]>(
    'sample of a draw',
    () => [],
    async ({ manager }, ids) =>
      groupBy(
        await manager.find(VisitSample, { where: { drawId: Any([...ids]) }, order: { place: 'ASC' } }),
        ({ drawId }) => drawId,
      ),
    kind,
  );

export const releasedDraw = drawsAs();
const ownDraw = drawsAs('issuer');
const releasedSample = samplesAs();
const ownSample = samplesAs('issuer');

type Released = Pick<VisitDraw, 'releasedAt'>;

/** A single visit may be released before its draw, which then is still its inspector's alone. */
export async function drawOfInspection(context: Context, id: string): Promise<VisitDraw | null> {
  const released = await releasedDraw.load(context, id);
  return released ?? (context.caller.post === 'inspector' ? ownDraw.load(context, id) : null);
}

export const sampleOf = (context: Context, { id, releasedAt }: Released & { id: string }): Promise<VisitSample[]> =>
  (releasedAt ? releasedSample : ownSample).load(context, id);
