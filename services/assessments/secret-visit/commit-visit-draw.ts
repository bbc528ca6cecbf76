// Commits to a draw (承诺抽样): seed and list are sealed before the day of the public number, so that nobody can steer what is drawn.
import { randomBytes } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';
import { secretVisitPackInForce } from './secret-visit-pack-today';
import { VisitDraw } from './visit-draw.entity';
import type { CommitVisitDrawInput } from './visit-draw.input';
import { type FrameVillage, frameHashOf, roundOf, seedHashOf } from './visit-draw.rules';

interface Frame {
  inspectionFrame: FrameVillage[];
}

const frameOf = 'query($id:ID!){inspectionFrame(regionId:$id){regionId path householdIds}}';

export async function commitVisitDraw(context: Context, input: CommitVisitDrawInput): Promise<VisitDraw> {
  const { regionId, month, numberSource, numberDay } = input;
  const { personId } = context.caller;
  const path = isId(regionId) ? await context.inScope.pathWithin(regionId) : null;
  if (path === null || personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  const { content: pack, hash } = await secretVisitPackInForce(context);
  if (!pack.numberSources.some(({ key }) => key === numberSource))
    throw commonRefusals.notFound({ what: '号码来源 source of the number' });
  const round = roundOf(month, pack.roundMonths);
  const { inspectionFrame } = await context.ask<Frame>('households', frameOf, { id: regionId });
  try {
    // No region in the facts, as with an inspection: the log tells that an inspector prepared something.
    return await context.inScope.write(
      { action: 'commitVisitDraw', target: null },
      async (rows) => {
        const committedAt = await rows.now();
        if (numberDay <= beijingDay(committedAt))
          throw invalidInput(
            'numberDay',
            '公开号码的日期须晚于今天',
            'the day of the public number is later than today',
          );
        const drawn = await rows.query<{ regionId: string }>(
          'select region_id as "regionId" from assessments.visit_sample where issuer_id = $1 and round = $2',
          [personId, round],
        );
        const before = new Set(drawn.map((village) => village.regionId));
        const frame = inspectionFrame.filter((village) => !before.has(village.regionId));
        if (frame.length === 0) throw refusals.frameEmpty({ round });
        const seed = randomBytes(32).toString('hex');
        const draw = Object.assign(new VisitDraw(), {
          id: newId(),
          issuerId: personId,
          regionId,
          path,
          month,
          round,
          packName: pack.name,
          packHash: hash,
          pack,
          seed,
          seedHash: seedHashOf(seed),
          frame,
          frameHash: frameHashOf(frame),
          numberSource,
          numberDay,
          committedAt,
          number: null,
          numberBy: null,
          drawnAt: null,
          releasedAt: null,
        });
        rows.deed.target = draw.id;
        await rows.manager.insert(VisitDraw, draw);
        return draw;
      },
      'issuer',
    );
  } catch (error) {
    if (brokenConstraint(error) === 'visit_draw_one_pending') throw refusals.drawPending();
    throw error;
  }
}
