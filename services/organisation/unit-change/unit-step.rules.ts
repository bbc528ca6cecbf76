// The steps of a reform of bureaus (机构改革步骤), and the plan that they come to: data that is frozen when the reform is proposed.
import type { UnitKind } from '../unit/unit-kind.rules';

export const unitStepVerbs = ['found', 'rename', 'merge'] as const;
export type UnitStepVerb = (typeof unitStepVerbs)[number];

/** Units are named by id; one that the reform itself founds, by the key that its step gives it. */
export interface UnitStep {
  verb: UnitStepVerb;
  /** what is renamed or merged */
  unit?: string | null;
  /** the key of what is founded */
  key?: string | null;
  code?: string | null;
  name?: string | null;
  kind?: UnitKind | null;
  line?: string | null;
  /** the region of what is founded */
  region?: string | null;
  inLeadingGroup?: boolean | null;
  /** the successor of what is merged */
  into?: string | null;
}

export interface StandingUnit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  namedOn: string | null;
  endedOn: string | null;
}

export interface FoundedUnit {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  line: string | null;
  regionId: string;
  inLeadingGroup: boolean;
}

/** Frozen when the reform is proposed; approved and carried out as it stands. */
export interface UnitPlan {
  effectiveOn: string;
  founded: FoundedUnit[];
  renamed: { id: string; name: string }[];
  merged: { from: string; to: string }[];
  /** the units that it stands on, as they were called when it was proposed */
  touched: { id: string; name: string }[];
}
