// The poverty lines (扶贫标准) as they are known today, asked once a request.
import { findToday } from '#platform/database/today';
import type { Context } from '#platform/graph/context';
import { defineLoader } from '#platform/graph/loader';
import { packHolding } from '../rule-pack/rule-pack.loader';
import { rulePackRefusals } from '../rule-pack/rule-pack-refusals.rules';
import { type PovertyLines, povertyLineKind } from './poverty-line.rules';

const known = defineLoader<PovertyLines | null, 'today'>(
  'poverty lines',
  () => null,
  async (rows) => {
    const { pack } = await packHolding(rows, povertyLineKind, await findToday(rows), rulePackRefusals.rulePackMissing);
    return new Map([['today', pack]]);
  },
  'public',
);

export const povertyLines = async (context: Context): Promise<PovertyLines> =>
  (await known.load(context, 'today')) as PovertyLines;
