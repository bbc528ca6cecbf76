// The packs of a kind that stand (在效规则包), as this subgraph has them from organisation: read once a region tree, with which they are announced.
import type { CalendarDay } from '../../vocabulary/calendar-day';
import { packHash } from '../../vocabulary/canonical';
import { type PackEnvelope, type PackKind, readPack } from '../../vocabulary/pack';
import type { Context } from '../context';

export interface StandingPack<Content> {
  effectiveFrom: CalendarDay;
  /** the first day on which it no longer holds: by its own words, or because another follows */
  until: CalendarDay | null;
  content: Content;
}

interface Row {
  id: string;
  hash: string;
  content: object;
  effectiveFrom: string;
  until: string | null;
}

/** In the order of their first days; what is approved for a day to come is among them. */
export function standingPacks<Content extends PackEnvelope>(
  { inScope }: Pick<Context<never>, 'inScope'>,
  kind: PackKind<Content>,
): Promise<readonly StandingPack<Content>[]> {
  return inScope.underTree(Symbol.for(`standing ${kind.kind}`), () =>
    inScope.read(async ({ query }) => {
      const found = await query<Row>(
        `select id, hash, content, effective_from as "effectiveFrom", in_force_to as until
         from ${inScope.subgraph}.standing_pack where kind = $1 order by effective_from`,
        [kind.kind],
      );
      return found.map(({ id, hash, content: json, effectiveFrom, until }, at) => {
        const { content, flaws } = readPack(kind, json);
        if (packHash(json) !== hash) throw new Error(`pack ${id} is not the one that was approved`);
        if (!content) throw new Error(`pack ${id} stands and is not sound: ${flaws[0]?.path} ${flaws[0]?.en}`);
        // Of two regions that became one, the pack that was adopted last speaks.
        const next = found[at + 1]?.effectiveFrom ?? null;
        return { effectiveFrom, until: until === null || (next && next < until) ? next : until, content };
      });
    }, 'public'),
  );
}

export function standingOn<Content>(packs: readonly StandingPack<Content>[], day: CalendarDay): Content | null {
  return packs.find((each) => each.effectiveFrom <= day && (each.until === null || day < each.until))?.content ?? null;
}
