// What assessments is opened with: the packs in force (有效规则包), which ship as dated data files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '#platform/graph/context';
import { projectRoot } from '#platform/process/project-root';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { type LightPack, parseLightPack } from './light/light-pack.rules';
import { refusals } from './refusals';
import { parseScoringPack, type ScoringPack } from './scoring/scoring-pack.rules';

export interface AssessmentsTools {
  /** A pack holds over the whole quarter: a change in the middle would score the same months by two rules. */
  packsFor(quarter: string): { scoring: ScoringPack; light: LightPack };
}

export type AssessmentsContext = Context<AssessmentsTools>;

export function assessmentsTools(): AssessmentsTools {
  const scoring = packsIn('data/scoring', parseScoringPack);
  const lights = packsIn('data/lights', parseLightPack);
  return {
    packsFor: (quarter) => ({
      scoring: inForce(scoring, quarter, 'scoring'),
      light: inForce(lights, quarter, 'light'),
    }),
  };
}

function packsIn<Pack>(folder: string, parse: (json: unknown) => Pack): Pack[] {
  const path = join(projectRoot, folder);
  const files = readdirSync(path).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => parse(JSON.parse(readFileSync(join(path, name), 'utf8'))));
}

function inForce<Pack extends { effectiveFrom: string; effectiveTo: string | null }>(
  packs: readonly Pack[],
  quarter: string,
  kind: string,
): Pack {
  const { from, until } = parseQuarter(quarter);
  const found = packs.find(
    (pack) => pack.effectiveFrom <= from && (pack.effectiveTo === null || pack.effectiveTo >= until),
  );
  if (!found) throw refusals.packNotInForce({ quarter, kind });
  return found;
}
