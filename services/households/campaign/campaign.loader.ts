// Campaigns in sight, how far each is in a region, and whom nobody has visited yet.
import { foreignCursor, keysOf, type Page, type PageArgs, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { defineLoader, mapBy } from '#platform/graph/loader';
import { isId } from '#platform/vocabulary/id';
import { type RegionRange, regionRange } from '../region-summary/region-range.query';
import { bounds, eachPeriod } from '../region-summary/region-summary.loader';
import { Campaign } from './campaign.entity';
import { campaignProgress, campaignsPage, campaignUnvisited } from './campaign.query';
import { CampaignProgress, CampaignTarget } from './campaign-progress.entity';

export const campaignById = defineLoader<Campaign | null>(
  'campaign by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(Campaign, 'where t.id = any($1::uuid[])', [ids.filter(isId)]), ({ id }) => id),
);

export async function listCampaigns(
  { caller, inScope }: Context,
  args: PageArgs & { running?: boolean | null },
): Promise<Page<Campaign>> {
  const size = pageSize(args.first);
  const [day = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !(isId(last) && /^\d{4}-\d{2}-\d{2}$/.test(day ?? ''))) throw foreignCursor();
  const range = caller.scope === 'region' ? await inScope.range() : null;
  const asked = [range?.lo ?? null, range?.hi ?? null, args.running ?? null, day, last, size + 1];
  return pageOf(await inScope.read((rows) => rows.select(Campaign, campaignsPage, asked)), size);
}

export async function progressIn(
  context: Context,
  regionId: string,
  campaignId: string,
): Promise<CampaignProgress | null> {
  const range = await regionRange(context, regionId);
  return (await campaignById.load(context, campaignId))
    ? progressOf.load(context, JSON.stringify([range, campaignId, '']))
    : null;
}

/** One statement a campaign for all the regions of a question. */
const progressOf = defineLoader<CampaignProgress>(
  'progress of campaigns',
  () => Object.assign(new CampaignProgress(), { owed: 0, visited: 0, flagged: 0 }),
  (rows, keys) =>
    eachPeriod<string, CampaignProgress>(keys, async (ranges: RegionRange[], campaignId) => {
      const asked = [...bounds(ranges), campaignId];
      const found = await rows.query<CampaignProgress & { id: string }>(
        campaignProgress,
        asked,
        CampaignProgress as never,
      );
      return mapBy(found, ({ id }) => id);
    }),
);

export async function listUnvisited(
  context: Context,
  campaignId: string,
  regionId: string | null,
  args: PageArgs,
): Promise<Page<CampaignTarget>> {
  const size = pageSize(args.first);
  const [path = null, last = null] = keysOf(args.after, 2) ?? [];
  if (last !== null && !isId(last)) throw foreignCursor();
  const own = context.caller.scope === 'region' ? await context.inScope.range() : null;
  const range = regionId === null ? own : await regionRange(context, regionId);
  const asked = [campaignId, range?.lo ?? null, range?.hi ?? null, path, last, size + 1];
  return pageOf(await context.inScope.read(({ query }) => query(campaignUnvisited, asked, CampaignTarget)), size);
}
