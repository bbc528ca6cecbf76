// Re-organisations on file (区划调整文件): regions are named by code, functional zones by name, and become ids only when they are proposed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '#platform/process/project-root';

const step = z.strictObject({
  verb: z.enum(['found', 'rename', 'move', 'end']),
  region: z.string().optional(),
  key: z.string().optional(),
  kind: z.enum(['city', 'district', 'zone', 'town', 'village']).optional(),
  name: z.string().optional(),
  code: z.string().optional(),
  into: z.string().optional(),
  origin: z.string().optional(),
});

const regionChangeFile = z.strictObject({
  title: z.string(),
  effectiveOn: z.string(),
  documentNumber: z.string(),
  source: z.string(),
  assumed: z.record(z.string(), z.string()),
  steps: z.array(step).min(1),
});

export type RegionChangeFile = z.infer<typeof regionChangeFile>;

export function readRegionChange(name: string): RegionChangeFile {
  return regionChangeFile.parse(JSON.parse(readFileSync(join(projectRoot, 'data/changes', `${name}.json`), 'utf8')));
}

/** `idOf` finds a region by its code or its name; what the change founds keeps its key. */
export function stepsOf({ steps }: RegionChangeFile, idOf: (named: string) => string | undefined) {
  const keys = new Set(steps.flatMap(({ key }) => key ?? []));
  const named = (name: string | undefined) => {
    if (name === undefined || keys.has(name)) return name;
    const id = idOf(name);
    if (id === undefined) throw new Error(`the file names "${name}", and there is no such region`);
    return id;
  };
  return steps.map((each) => ({
    ...each,
    region: named(each.region),
    into: named(each.into),
    origin: named(each.origin),
  }));
}
