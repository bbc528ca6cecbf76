// Turns a violation that monitoring upheld into a finding (监测转问题): where the hospital is, in the words of the rule that was not kept.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { findFindingPack } from './find-finding-pack';
import { Finding, FindingSource } from './finding.entity';
import type { TurnViolationInput } from './finding.input';
import { numberOf, unassigned } from './finding.rules';
import { weightOf } from './finding-pack.rules';
import { violationRefusals } from './violation-refusals.rules';

interface Violation {
  id: string;
  hospitalId: string;
  state: string;
  zh: string;
  foundOn: string;
}

const VIOLATION = 'query($id: ID!) { monitoringFindingFacts(id: $id) { id hospitalId state zh foundOn } }';
const HOSPITAL = 'query($id: ID!) { unit(id: $id) { id region { id } } }';

export async function turnViolation(context: Context, { violationId, category }: TurnViolationInput): Promise<Finding> {
  const { caller, inScope } = context;
  const violation = isId(violationId) ? await findViolation(context, violationId) : null;
  if (!violation || caller.personId === null) throw commonRefusals.notFound({ what: '监测问题 violation' });
  if (violation.state !== 'upheld') throw violationRefusals.violationNotUpheld({ state: violation.state });
  const { regionId, path } = await placeOf(context, violation.hospitalId);
  const { pack, hash } = await findFindingPack(context, path);
  const foundBy = caller.personId;
  return inScope
    .write({ action: 'turnViolationIntoFinding', target: violation.id }, async (rows) => {
      const now = await rows.now();
      const id = newId();
      const finding = {
        ...{
          id,
          number: numberOf(id),
          source: FindingSource.monitoring,
          violationId: violation.id,
          regionId,
          path,
          category,
        },
        ...{ content: violation.zh, foundOn: violation.foundOn, foundBy, foundUnit: caller.unitId },
        ...{ recordedAt: now, releasedAt: now, packName: pack.name, packHash: hash },
        ...{ weight: weightOf(pack, category, 0), relapses: 0, state: 'found' as const },
      };
      await rows.manager.insert(Finding, finding);
      return Object.assign(new Finding(), unassigned, { inspectionId: null, reportId: null }, finding);
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'finding_violation_once') throw violationRefusals.violationFound();
      throw error;
    });
}

/** Of the patients of the caller's region, by funds' own walls. */
async function findViolation(context: Context, id: string): Promise<Violation | null> {
  const { monitoringFindingFacts: told } = await context.ask<{ monitoringFindingFacts: Violation | null }>(
    'funds',
    VIOLATION,
    { id },
  );
  return told;
}

/** The hospital's own region: that is where it is put right. */
async function placeOf(context: Context, hospitalId: string): Promise<{ regionId: string; path: string }> {
  const { unit } = await context.ask<{ unit: { region: { id: string } | null } | null }>('organisation', HOSPITAL, {
    id: hospitalId,
  });
  const regionId = unit?.region?.id ?? null;
  const path = regionId === null ? null : await context.inScope.pathWithin(regionId);
  if (regionId === null || path === null)
    throw commonRefusals.notFound({ what: '医院所在地区 region of the hospital' });
  return { regionId, path };
}
