// Asks assessments for the seal of each airing table (晾晒) that is put on an agenda: its hash at that moment.
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { Refusal } from '#platform/vocabulary/refusal';
import { refusals } from '../refusals';

export interface AiringSeal {
  id: string;
  hash: string | null;
  quarter: string;
  title: string;
}

const SEAL = 'query($id:ID!){airingSeal(id:$id){id hash quarter title}}';

/** By id of the airing. One that is absent, hidden or not sealed is not put on an agenda. */
export async function askAiringSeals(
  context: Context,
  agenda: readonly { airingId?: string | null }[],
): Promise<ReadonlyMap<string, AiringSeal>> {
  const ids = [...new Set(agenda.flatMap(({ airingId }) => (airingId ? [airingId] : [])))];
  const seals = await Promise.all(ids.map((id) => askSeal(context, id)));
  return new Map(seals.map((seal) => [seal.id, seal]));
}

async function askSeal(context: Context, id: string): Promise<AiringSeal> {
  const seal = isId(id) ? await findSeal(context, id) : null;
  if (!seal?.hash) throw refusals.airingNotSealed();
  return seal;
}

async function findSeal(context: Context, id: string): Promise<AiringSeal | null> {
  try {
    return (await context.ask<{ airingSeal: AiringSeal | null }>('assessments', SEAL, { id })).airingSeal;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

export function airingColumns(seal: AiringSeal | undefined) {
  return {
    airingId: seal?.id ?? null,
    airingHash: seal?.hash ?? null,
    airingTitle: seal?.title ?? null,
    airingQuarter: seal?.quarter ?? null,
  };
}
