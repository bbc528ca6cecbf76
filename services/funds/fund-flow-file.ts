// The drawing of a year's money as a file (资金流向图文件): made when fetched, under the rights and in the scope of that moment.
import type { FileMaker } from '#platform/graph/files/file-answer';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { fundFlowPage } from './fund-flow-page';
import { bannerOf } from './fund-table-file';
import { permissions } from './permissions';
import { regionNames } from './public-notice/region-names';
import type { FundsContext } from './tools';
import { findFundFlow } from './trace/find-fund-flow';

export const fundFlowFile: FileMaker = async (given, about) => {
  const context = given as unknown as FundsContext;
  const { year, regionId, purpose } = about as { year: number; regionId: string; purpose: string };
  if (!permissions.ruleOf('Mutation', 'requestFundFlow').admits(context.caller)) throw commonRefusals.forbidden();
  const { direction, ...flow } = await findFundFlow(context, { year, regionId });
  const named = await regionNames(context, [regionId, ...flow.nodes.flatMap((node) => node.regionId ?? [])]);
  const names = { direction, region: (id: string) => named.get(id) };
  const banner = await bannerOf(context, purpose);
  return fundFlowPage({ place: named.get(regionId) ?? '', year, banner, flow, names });
};
