// A settlement as it stands, for a simulation (既往结算): with whatever supplemented it, what it has moved in which year, and what decided it.
import type { StoredInput } from '../settlement/stored-input.rules';

export interface PastStay {
  id: string;
  memberId: string;
  year: number;
  /** the year before, in which a stay that was split counts too */
  alsoYear: number | null;
  encounter: string;
  admittedOn: string;
  dischargedOn: string;
  regionId: string;
  path: string;
  /** its patient is of the region that is asked about */
  inside: boolean;
  /** something before it was struck or supplemented, and it was not put right yet */
  open: boolean;
  packHash: string;
  /** by which the year before was settled, of a stay that was split */
  earlierPack: unknown;
  input: StoredInput | null;
  patientPays: string;
  shares: readonly (readonly [payer: string, fen: string])[];
  /** what it has added to the totals of its years */
  moved: readonly (readonly [year: number, name: string, fen: string])[];
}
