// Adopts a version of a checklist (采用清单): with the approval of its pack, in its transaction; units and regions are asked of organisation before it.
import type { WriteRows } from '#platform/database/in-scope';
import type { Context } from '#platform/graph/context';
import type { PackEnvelope, PackFlaw } from '#platform/vocabulary/pack';
import { type ChecklistContent, isChecklist } from './checklist-pack.rules';

interface Coded {
  id: string;
  code: string | null;
}
interface Page {
  edges: { node: Coded }[];
}

const UNITS = 'query($r:ID!){units(first:200,regionId:$r){edges{node{id code}}}}';
const REGIONS =
  '{d:regions(first:200,kind:district){edges{node{id code}}} z:regions(first:200,kind:zone){edges{node{id code}}} t:regions(first:200,kind:town){edges{node{id code}}}}';

async function unitsOf(context: Context, regionId: string): Promise<Coded[]> {
  const { units } = await context.ask<{ units: Page }>('organisation', UNITS, { r: regionId });
  return units.edges.map(({ node }) => node);
}

/** What the schema cannot see: the units that there are, and which version comes next. */
export async function flawsOfChecklist(
  context: Context,
  kind: string,
  content: PackEnvelope,
  regionId: string,
): Promise<PackFlaw[]> {
  if (!isChecklist(kind)) return [];
  const { items, document, effectiveFrom } = content as ChecklistContent;
  const [{ version = 0 } = {}] = await context.inScope.read(({ query }) =>
    query<{ version: number }>(
      `select coalesce(max(c.version), 0)::int as version from assessments.checklist c
       where c.year = $1 and c.kind = $2 and c.recalled_at is null`,
      [Number(effectiveFrom.slice(0, 4)), kind.replace('checklist-', '')],
    ),
  );
  const flaws: PackFlaw[] = [];
  if (document.version !== version + 1)
    flaws.push({ path: 'document.version', zh: `下一版本为 ${version + 1}`, en: `the next version is ${version + 1}` });
  if (kind !== 'checklist-unit') return flaws;
  const known = new Set((await unitsOf(context, regionId)).map(({ code }) => code));
  items.forEach((item, at) => {
    if ('unit' in item && !known.has(item.unit))
      flaws.push({ path: `items.${at}.unit`, zh: '没有此单位', en: 'there is no such unit' });
  });
  return flaws;
}

export async function adoptChecklist(
  context: Context,
  pack: { id: string; kind: string; regionId: string },
): Promise<(rows: WriteRows) => Promise<unknown>> {
  if (!isChecklist(pack.kind)) return async () => undefined;
  const regions = async () => {
    const asked = await context.ask<Record<'d' | 'z' | 't', Page>>('organisation', REGIONS);
    return [asked.d, asked.z, asked.t].flatMap(({ edges }) => edges.map(({ node }) => node));
  };
  const ofUnits = pack.kind === 'checklist-unit';
  const [units, places] = ofUnits ? [await unitsOf(context, pack.regionId), []] : [[], await regions()];
  const parameters = [pack.id, JSON.stringify(units), JSON.stringify(places)];
  return (rows) => rows.query('select assessments.adopt_checklist($1, $2, $3)', parameters);
}

/** A version that is withdrawn before its first day takes its tasks with it. */
export async function recallChecklist({ id, kind }: { id: string; kind: string }, rows: WriteRows): Promise<void> {
  if (isChecklist(kind)) await rows.query('select assessments.recall_checklist($1)', [id]);
}
