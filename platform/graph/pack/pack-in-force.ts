// Which pack is in force (有效规则包) for a place and days: the own region's or the nearest above; each content is read and checked once, and known by its hash.

import type { Rows } from '../../database/in-scope';
import { TODAY } from '../../database/today';
import type { CalendarDay } from '../../vocabulary/calendar-day';
import { packHash } from '../../vocabulary/canonical';
import { type PackEnvelope, type PackKind, readPack } from '../../vocabulary/pack';
import { RecentMap } from '../../vocabulary/recent-map';
import type { Context } from '../context';

export interface PackInForce<Content> {
  id: string;
  hash: string;
  content: Content;
}

export interface PackPlace {
  /** path of the region that is asked about */
  path: string;
  /** first day */
  from: string;
  /** the day after the last; the pack must hold on all of them */
  until: string;
}

const HALF_OF_PACKS = 100;
const known = new RecentMap<string, PackEnvelope>(HALF_OF_PACKS);

/** What is in force anybody may know: it is read under the kind `public`, also by those whose own range ends below the region that adopted it. */
export function packInForce<Content extends PackEnvelope>(
  { inScope }: Pick<Context<never>, 'inScope'>,
  kind: PackKind<Content>,
  place: PackPlace,
): Promise<PackInForce<Content> | null> {
  return inScope.read(async (rows) => {
    const [found] = await rows.query<{ id: string; hash: string }>(
      `select id, hash from ${kind.subgraph}.pack where kind = $1 and starts_with($2, path) and approved_at is not null and withdrawn_at is null
        and effective_from <= $3::date and (in_force_to is null or in_force_to >= $4::date) order by path desc limit 1`,
      [kind.kind, place.path, place.from, place.until],
    );
    return found ? { ...found, content: await packContent(rows, kind, found) } : null;
  }, 'public');
}

/** The pack of the whole city that holds on a day, today by the database's clock unless told: for kinds that no region below adopts. */
export async function packOn<Content extends PackEnvelope>(
  rows: Rows,
  kind: PackKind<Content>,
  day: CalendarDay | null = null,
): Promise<PackInForce<Content> | null> {
  const [found] = await rows.query<{ id: string; hash: string }>(
    `select p.id, p.hash from ${kind.subgraph}.pack p, (select coalesce($2::date, ${TODAY}) as day) d
     where p.kind = $1 and p.approved_at is not null and p.withdrawn_at is null
       and p.effective_from <= d.day and (p.in_force_to is null or p.in_force_to > d.day) order by p.effective_from desc limit 1`,
    [kind.kind, day],
  );
  return found ? { ...found, content: await packContent(rows, kind, found) } : null;
}

/** The very pack that something was decided by, as long as its row is there. */
export async function packOfHash<Content extends PackEnvelope>(
  rows: Rows,
  kind: PackKind<Content>,
  hash: string,
): Promise<Content | null> {
  const [found] = await rows.query<{ id: string; hash: string }>(
    `select id, hash from ${kind.subgraph}.pack where kind = $1 and hash = $2 and approved_at is not null order by approved_at limit 1`,
    [kind.kind, hash],
  );
  return found ? packContent(rows, kind, found) : null;
}

/** The content behind a hash; a row whose content is not what its hash says, or that is not sound any more, is a fault. */
export async function packContent<Content extends PackEnvelope>(
  rows: Rows,
  kind: PackKind<Content>,
  { id, hash }: { id: string; hash: string },
): Promise<Content> {
  const key = `${kind.subgraph} ${kind.kind} ${hash}`;
  const before = known.get(key);
  if (before) return before as Content;
  const [row] = await rows.query<{ content: object }>(`select content from ${kind.subgraph}.pack where id = $1`, [id]);
  if (!row || packHash(row.content) !== hash) throw new Error(`pack ${id} is not the one that was approved`);
  const { content, flaws } = readPack(kind, row.content);
  if (!content) throw new Error(`pack ${id} is in force and not sound: ${flaws[0]?.path} ${flaws[0]?.en}`);
  known.set(key, content);
  return content;
}
