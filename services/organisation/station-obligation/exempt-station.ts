// Asks for an exemption of somebody stationed in a village (申请驻村豁免), and decides on one: another person, and never he himself.
import type { Context } from '#platform/graph/context';
import { decideExemption, requestExemption, windowAsked } from '#platform/graph/exempt-obligation';
import type { ExemptionInput, ExemptionOutcome } from '#platform/graph/exemption';
import { isOwedBy, isOwedByPost } from '#platform/obligation/obligation-pack';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Stationing } from '../stationing/stationing.entity';
import { stationingRefusals } from '../stationing/stationing-refusals.rules';
import { StationExemption } from './station-exemption.entity';

const WHAT = '派驻 stationing';

export async function exemptStation(context: Context<never>, input: ExemptionInput): Promise<StationExemption> {
  checkId(input.subjectId, WHAT);
  const asked = { input, ...(await windowAsked(context, 'organisation', input, isOwedByPost)) };
  return requestExemption(context, StationExemption, 'requestStationExemption', asked, async (rows) => {
    const station = await rows.manager.findOneBy(Stationing, { id: input.subjectId });
    if (!station) throw commonRefusals.notFound({ what: WHAT });
    if (!isOwedBy(asked.line, station.role))
      throw invalidInput('line', '此角色没有此事项', 'this role does not owe that', { role: station.role });
    return { regionId: station.regionId, path: station.path };
  });
}

export async function decideStationExemption(
  context: Context<never>,
  action: string,
  decided: { id: string; outcome: ExemptionOutcome; remark: string | null },
): Promise<StationExemption> {
  const { personId, principalId, standsFor } = context.caller;
  const mine = new Set([personId, principalId, ...standsFor]);
  const exempt = await context.inScope.read(({ query }) =>
    query<{ personId: string }>(
      `select s.person_id as "personId" from organisation.station_exemption x join organisation.stationing s on s.id = x.subject_id where x.id::text = $1`,
      [decided.id],
    ),
  );
  return decideExemption(context, StationExemption, action, decided, () => {
    if (exempt.some((each) => mine.has(each.personId))) throw stationingRefusals.exemptionOfOwnStation();
  });
}
