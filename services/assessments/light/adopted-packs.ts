// The packs in force (有效规则包): scoring and light packs ship as dated data files and are read once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/process/project-root';
import { parseQuarter } from '#platform/vocabulary/calendar-day';
import { refusals } from '../refusals';
import { parseScoringPack, type ScoringPack } from '../scoring/scoring-pack.rules';
import { type LightPack, parseLightPack } from './light-pack.rules';

let scoring: ScoringPack[] | undefined;
let lights: LightPack[] | undefined;

/** The pack holds over the whole quarter: a change in the middle would score the same months by two rules. */
export function packsFor(quarter: string): { scoring: ScoringPack; light: LightPack } {
  scoring ??= packsIn('data/scoring', parseScoringPack);
  lights ??= packsIn('data/lights', parseLightPack);
  return { scoring: inForce(scoring, quarter, 'scoring'), light: inForce(lights, quarter, 'light') };
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
