// Flags what is odd about a visit (标出走访疑点) in the transaction that records it, by the pack that holds then.
import type { WriteRows } from '#platform/database/in-scope';
import { addDays } from '#platform/vocabulary/calendar-day';
import { packHash } from '#platform/vocabulary/canonical';
import type { Household } from '../household/household.entity';
import { type KeptVisit, printOf } from './keep-visit';
import { flagsOf, type KnownBefore } from './visit-flags.rules';
import type { VisitPack } from './visit-pack.rules';

export async function flagVisit(
  rows: WriteRows,
  { id: householdId, regionId, path }: Household,
  visit: KeptVisit,
  { now, sentAt, pack, visitorId }: { now: Date; sentAt: Date | null; pack: VisitPack; visitorId: string },
): Promise<void> {
  const { id, visitedOn, content, photos } = visit;
  const others = await rows.query<{ visitId: string }>(
    'select p.visit_id as "visitId" from households.photos_elsewhere($1, $2) p',
    [id, photos],
  );
  const [same] = await rows.query<{ id: string | null }>('select households.text_elsewhere($1, $2) as id', [
    id,
    printOf(content),
  ]);
  const texts = await rows.query<{ id: string; content: string }>(
    'select t.id, t.content from households.own_texts($1, $2) t where t.id <> $3',
    [addDays(visitedOn, -pack.copied.days), pack.copied.texts + 1, id],
  );
  const places = await rows.query<KnownBefore['places'][number]>(
    'select p.id, p."at", p.latitude, p.longitude, p.accuracy from households.own_places($1, $2) p where p.id <> $3',
    [addDays(visitedOn, -1), addDays(visitedOn, 2), id],
  );
  const photosElsewhere = others.map(({ visitId }) => visitId);
  const known = { now, sentAt, photosElsewhere, sameText: same?.id ?? null, texts, places };
  for (const { kind, facts, otherVisitId } of flagsOf(visit, known, pack))
    await rows.query(
      `insert into households.visit_flag (visit_id, household_id, region_id, path, helper_id, visited_on, kind, facts, other_visit_id, pack_name, pack_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        householdId,
        regionId,
        path,
        visitorId,
        visitedOn,
        kind,
        JSON.stringify(facts),
        otherVisitId,
        pack.name,
        packHash(pack),
      ],
    );
}
