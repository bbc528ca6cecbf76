// The steps of a re-organisation (区划调整步骤), and the plan that they come to: data that is frozen when the change is proposed.
import type { RegionKind } from '#platform/vocabulary/region';

export const stepVerbs = ['found', 'rename', 'move', 'end'] as const;
export type StepVerb = (typeof stepVerbs)[number];

/** Regions are named by id; one that the change itself founds, by the key that its step gives it. */
export interface RegionStep {
  verb: StepVerb;
  /** what is renamed, moved or ended */
  region?: string | null;
  /** the key of what is founded */
  key?: string | null;
  kind?: RegionKind | null;
  name?: string | null;
  code?: string | null;
  /** above what is founded or moved; the successor of what ends */
  into?: string | null;
  /** what a founded region is split from */
  origin?: string | null;
}

export interface TreeRegion {
  id: string;
  code: string | null;
  name: string;
  kind: RegionKind;
  parentId: string | null;
  statisticalParentId: string | null;
  path: string;
  validFrom: string;
  validTo: string | null;
}

export interface PlannedRegion extends Omit<TreeRegion, 'validFrom' | 'validTo' | 'kind'> {
  ends: boolean;
  /** ended before: only its archived path moves on */
  past: boolean;
  successorId: string | null;
}

export interface FoundedRegion extends Omit<TreeRegion, 'validFrom' | 'validTo'> {
  originId: string | null;
}

/** Frozen when the change is proposed; approved and carried out as it stands. */
export interface RegionPlan {
  effectiveOn: string;
  rows: PlannedRegion[];
  founded: FoundedRegion[];
  /** subtrees in the order in which they move */
  moves: { from: string; to: string }[];
  ended: string[];
}

/** The first step that cannot be. */
export class StepMisfit extends Error {
  constructor(
    readonly step: number,
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${step}: ${en}`);
  }
}
