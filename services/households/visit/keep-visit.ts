// Keeps one visit with the photos it promises; a photo that was uploaded before joins at once, one that comes later joins then.
import type { WriteRows } from '#platform/database/in-scope';
import { brokenConstraint } from '#platform/graph/errors';
import { contentHash } from '#platform/vocabulary/canonical';
import type { Household } from '../household/household.entity';
import { refusals } from '../refusals';
import type { CheckedVisit } from './visit.rules';
import { plainText } from './visit-flags.rules';

export interface KeptVisit extends CheckedVisit {
  id: string;
  visitedAt: Date | null;
  toldHash: string;
}

export const printOf = (content: string) => contentHash(plainText(content));

export async function keepVisit(
  rows: WriteRows,
  { id: householdId, regionId, path }: Household,
  visit: KeptVisit,
  visitorId: string,
): Promise<void> {
  const { spot } = visit;
  await rows
    .query(
      `insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, visited_at, met, content, measure, problem,
         latitude_micro, longitude_micro, accuracy_metres, text_print, told_hash, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $5)`,
      [
        visit.id,
        householdId,
        regionId,
        path,
        visitorId,
        visit.visitedOn,
        visit.visitedAt,
        visit.met,
        visit.content,
        visit.measure,
        visit.problem,
        spot?.latitude ?? null,
        spot?.longitude ?? null,
        spot?.accuracy ?? null,
        printOf(visit.content),
        visit.toldHash,
      ],
    )
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'visit_pkey') throw refusals.visitIdTaken();
      throw error;
    });
  if (visit.photos.length === 0) return;
  // In the order of their content, in which they are locked: two batches never wait in a ring.
  await rows.query(
    `insert into households.visit_photo (visit_id, household_id, region_id, path, sha256, told_by)
     select $1, $2, $3, $4, told.sha256, $6 from unnest($5::text[]) told(sha256) order by told.sha256`,
    [visit.id, householdId, regionId, path, visit.photos, visitorId],
  );
}
