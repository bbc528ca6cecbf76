// Determinations by id and by household, with their steps and objections; public notices by id.
import type { Context } from '#platform/graph/context';
import { evidenceLoader } from '#platform/graph/files/attach-evidence';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { Determination } from './determination.entity';
import { DeterminationStep } from './determination-step.entity';
import { Objection } from './objection.entity';
import { PublicNotice } from './public-notice.entity';

export const determinationById = defineLoader<Determination | null>(
  'determination by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Determination, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

/** Those of them that the caller may see, in the order asked. */
export async function determinationsById(context: Context, ids: readonly string[]): Promise<Determination[]> {
  const found = await Promise.all(ids.map((id) => determinationById.load(context, id)));
  return found.filter((each) => each !== null);
}

const MOST_OF_HOUSEHOLD = 50;

/** Newest first: a household goes through a handful in its life. */
export const determinationsOfHousehold = defineLoader<Determination[]>(
  'determinations of household',
  () => [],
  async (rows, ids) => {
    const found = await rows.select(
      Determination,
      'where t.household_id = any ($1::uuid[]) order by t.household_id, t.id desc',
      [ids],
    );
    const grouped = groupBy(found, ({ householdId }) => householdId ?? '');
    return new Map([...grouped].map(([id, each]) => [id, each.slice(0, MOST_OF_HOUSEHOLD)]));
  },
);

export const stepsOfDetermination = defineLoader<DeterminationStep[]>(
  'steps of determination',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(DeterminationStep, 'where t.determination_id = any ($1::uuid[]) order by t.taken_at, t.id', [
        ids,
      ]),
      ({ determinationId }) => determinationId,
    ),
);

export const objectionsOfDetermination = defineLoader<Objection[]>(
  'objections of determination',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(Objection, 'where t.determination_id = any ($1::uuid[]) order by t.id', [ids]),
      ({ determinationId }) => determinationId,
    ),
);

export const noticeById = defineLoader<PublicNotice | null>(
  'public notice by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PublicNotice, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const objectionById = defineLoader<Objection | null>(
  'objection by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Objection, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export const ownObjectionById = defineLoader<Objection | null>(
  'own objection by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Objection, 'where t.id = any ($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
  'own',
);

export const evidenceOfDetermination = evidenceLoader('households', 'determination');
