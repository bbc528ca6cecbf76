// Posts a batch of determinations (公示), or announces what was approved (公告): one notice whose text is generated and which ends by the clock.
import type { WriteRows } from '#platform/database/in-scope';
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { addDays, beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { invalidInput } from '#platform/vocabulary/refusal';
import { Determination } from './determination.entity';
import { determinationsById } from './determination.loader';
import { checkTurn } from './determination.rules';
import type { DeterminationStepPlan } from './determination-pack.rules';
import { determinationRefusals as refusals } from './determination-refusals.rules';
import { getDetermination, noDetermination } from './get-determination';
import { moveTaken, writeStep } from './move-determination';
import { PublicNotice } from './public-notice.entity';
import { noticeBody, noticeTitle } from './public-notice.rules';
import { regionNames } from './region-names';

const MOST = 200;

interface Batch {
  rows: WriteRows;
  now: Date;
  today: string;
  personId: string;
  held: { determination: Determination; at: number; step: DeterminationStepPlan }[];
}

export async function postDeterminations(
  context: Context,
  does: 'post' | 'announce',
  ids: readonly string[],
): Promise<string> {
  const { caller, inScope } = context;
  const wanted = [...new Set(ids)].sort();
  if (wanted.length === 0 || wanted.length > MOST)
    throw invalidInput('ids', `一次 1 至 ${MOST} 户`, `1 to ${MOST} at a time`);
  if (!wanted.every(isId) || caller.personId === null || caller.regionId === null) throw noDetermination();
  const { personId, regionId } = caller;
  const standing = await determinationsById(context, wanted);
  if (standing.length < wanted.length) throw noDetermination();
  const [names, { lo: path }] = await Promise.all([
    regionNames(context, [regionId, ...standing.map((each) => each.regionId)]),
    inScope.range(),
  ]);
  const action = does === 'post' ? 'postDeterminations' : 'announceDeterminations';
  return inScope.write({ action, facts: { households: wanted.length } }, async (rows) => {
    const now = await rows.now();
    const batch: Batch = { rows, now, today: beijingDay(now), personId, held: [] };
    // In the order of their ids, so that two batches never wait for each other in a ring.
    for (const id of wanted) {
      const { determination, openObjections } = await getDetermination(rows, id);
      const turn = checkTurn(determination, does, { openObjections, today: batch.today, post: caller.post });
      batch.held.push({ determination, ...turn });
    }
    const id = await writeNotice(batch, { regionId, path, names, announces: does === 'announce' });
    rows.deed.target = id;
    return id;
  });
}

async function writeNotice(
  { rows, now, today, personId, held }: Batch,
  {
    regionId,
    path,
    names,
    announces,
  }: { regionId: string; path: string; names: Map<string, string>; announces: boolean },
): Promise<string> {
  const [first] = held;
  if (!first) throw noDetermination();
  const { step, determination: one } = first;
  if (held.some((each) => each.determination.kind !== one.kind || each.step.code !== step.code))
    throw refusals.postingMixed();
  const days = step.days ?? 1;
  const lines = held.map(({ determination: { regionId: village, headMasked, people } }, at) => ({
    line: at + 1,
    village: names.get(village) ?? '',
    head: headMasked,
    people,
  }));
  const facts = {
    place: names.get(regionId) ?? '',
    kindTitle: one.kindTitle,
    stepTitle: step.title,
    announces,
    year: one.year,
    lines,
    fromOn: today,
    untilOn: addDays(today, days),
    days,
    documents: [...new Set(held.flatMap(({ determination }) => determination.documentNumber ?? []))],
  };
  const id = newId();
  const text = { title: noticeTitle(facts), body: noticeBody(facts) };
  const { fromOn, untilOn } = facts;
  await rows.manager.insert(PublicNotice, {
    ...text,
    ...{
      id,
      regionId,
      path,
      kind: one.kind,
      step: step.code,
      announces,
      lines,
      fromOn,
      untilOn,
      postedBy: personId,
      postedAt: now,
    },
  });
  for (const [at, { determination, at: turn }] of held.entries()) {
    await rows.query(
      'insert into households.posted_line (notice_id, line, determination_id, region_id, path) values ($1, $2, $3, $4, $5)',
      [id, at + 1, determination.id, determination.regionId, determination.path],
    );
    const taken = { facts: { noticeId: id, untilOn } };
    if (announces) await moveTaken(rows, determination, { at: turn, step, taken, now, personId });
    else {
      const posted = { noticeId: id, postedUntil: untilOn, movedAt: now };
      await rows.manager.update(Determination, { id: determination.id }, posted);
      const written = { at: turn, step: step.code, deed: step.does, remark: null, documentNumber: null };
      await writeStep(rows, determination, { ...written, ...taken, personId, now });
    }
  }
  return id;
}
