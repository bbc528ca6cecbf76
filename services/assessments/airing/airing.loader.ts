// Airings and their rows for every place that names them: officials read what is sealed, all others what is shown.
import { Any } from 'typeorm';
import type { Context } from '#platform/graph/context';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import type { Caller, ScopeKind } from '#platform/vocabulary/caller';
import { Airing, type AiringGroup } from './airing.entity';
import { AiringEntry } from './airing-entry.entity';

/** `2018Q1 <unit or region id>` */
export type EntryKey = `${string} ${string}`;

/** Of several that were sealed for a quarter, the last: it comes last, and takes the place of those before it. */
const ofMembers = (
  column: 'unit_id' | 'region_id',
) => `, unnest($1::uuid[], $2::text[]) k(member, quarter), assessments.airing a
  where t.${column} = k.member and a.id = t.airing_id and a.quarter = k.quarter and a.sealed_at is not null order by a.sealed_at`;

function loadersAs(kind?: ScopeKind) {
  const ofMember = (column: 'unit_id' | 'region_id') =>
    defineLoader<AiringEntry | null, EntryKey>(
      `airing entry by ${column}`,
      () => null,
      async (rows, keys) => {
        const asked = keys.map((key) => key.split(' ') as [string, string]);
        const sql = `select t.id, t.airing_id as "airingId", t.place, t.unit_id as "unitId", t.region_id as "regionId", t.score, t.rank,
          t.former_rank as "formerRank", t.source_id as "sourceId", t.source_hash as "sourceHash", a.quarter from assessments.airing_entry t ${ofMembers(column)}`;
        const ids = asked.map(([, id]) => id);
        const found = await rows.query<AiringEntry & { quarter: string }>(sql, [
          ids,
          asked.map(([quarter]) => quarter),
        ]);
        return mapBy(
          found.map((row) => Object.assign(new AiringEntry(), row)),
          (row) => `${row.quarter} ${row.unitId ?? row.regionId}`,
        );
      },
      kind,
    );
  return {
    airing: defineLoader<Airing | null>(
      'airing by id',
      () => null,
      async ({ manager }, ids) => mapBy(await manager.findBy(Airing, { id: Any([...ids]) }), ({ id }) => id),
      kind,
    ),
    entries: defineLoader<AiringEntry[]>(
      'entries of airing',
      () => [],
      async ({ manager }, ids) => {
        const found = await manager.find(AiringEntry, { where: { airingId: Any([...ids]) }, order: { place: 'ASC' } });
        return groupBy(found, ({ airingId }) => airingId);
      },
      kind,
    ),
    ofUnit: ofMember('unit_id'),
    ofRegion: ofMember('region_id'),
  };
}

const sealed = loadersAs();
const shown = loadersAs('public');

/** Who works here reads what is sealed before it is shown; the observer from above reads what everybody reads. */
function readsSealed({ scope, post }: Caller): boolean {
  return (scope === 'region' && post !== 'observer') || scope === 'unit' || scope === 'paired';
}

export const airingsFor = ({ caller }: Context) => (readsSealed(caller) ? sealed : shown);

/** Every sealed one, and of each group the draft that was made last. */
export function airingsOfQuarter(context: Context, quarter: string, group: AiringGroup | null): Promise<Airing[]> {
  parseQuarter(quarter);
  const tail = `where t.quarter = $1 and ($2::text is null or t.peer_group = $2) and (t.sealed_at is not null or not exists (
    select 1 from assessments.airing n where n.quarter = t.quarter and n.peer_group = t.peer_group and n.sealed_at is null and n.id > t.id))
    order by t.peer_group, t.id`;
  const kind = readsSealed(context.caller) ? context.caller.scope : 'public';
  return context.inScope.read((rows) => rows.select(Airing, tail, [quarter, group]), kind);
}
