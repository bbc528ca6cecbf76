// Lists violations (监测问题), the newest first: of the own hospital, of the region in scope, or of one region and quarter.
import { keysOf, type Page, pageOf, pageSize } from '#platform/database/page';
import type { Context } from '#platform/graph/context';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { MonitoringViolation } from './monitoring-violation.entity';
import type { RegionViolationsArgs, ViolationsArgs } from './violation.input';
import { VIOLATIONS } from './violation.query';
import { STATE } from './violation-state.rules';

export function listViolations({ inScope }: Context, args: ViolationsArgs): Promise<Page<MonitoringViolation>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  const { hospitalId = null, measure = null, state = null } = args;
  return inScope.read(async ({ query }) =>
    pageOf(
      await query(
        `${VIOLATIONS} where ($1::uuid is null or t.id < $1::uuid) and ($2::uuid is null or t.hospital_id = $2::uuid)
           and ($3::text is null or t.measure = $3) and ($4::text is null or ${STATE} = $4) order by t.id desc limit $5`,
        [after, hospitalId, measure, state, size + 1],
        MonitoringViolation,
      ),
      size,
    ),
  );
}

/** Those that count: what was lifted or accepted is not behind a light. */
export async function listRegionViolations(
  { inScope }: Context,
  regionId: string,
  args: RegionViolationsArgs,
): Promise<Page<MonitoringViolation>> {
  const size = pageSize(args.first);
  const [after = null] = keysOf(args.after, 1) ?? [];
  const { from, until } = parseQuarter(args.quarter);
  const ranges = isId(regionId) ? await inScope.rangesWithin(regionId) : null;
  const [range] = ranges ?? [];
  if (!range) throw commonRefusals.outOfScope();
  return inScope.read(async ({ query }) =>
    pageOf(
      await query(
        `${VIOLATIONS} where t.path >= $1 collate "C" and t.path < $2 collate "C" and t.discharged_on >= $3 and t.discharged_on < $4
           and ${STATE} not in ('lifted', 'accepted') and ($5::uuid is null or t.id < $5::uuid) order by t.id desc limit $6`,
        [range.lo, range.hi, from, until, after, size + 1],
        MonitoringViolation,
      ),
      size,
    ),
  );
}
