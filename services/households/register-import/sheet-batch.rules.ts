// What the thread that reads a sheet hands over: households ready to be written, changes of exported rows, and flaws, a handful at a time.
import type { BilingualText, RefusalFacts } from '#platform/vocabulary/refusal';
import type { HouseholdForm } from '../household/household.rules';
import type { MemberFacts } from '../member/member.rules';
import type { ImportFlaw } from './import-flaw.rules';
import type { ExportedCell, ExportedRow } from './read-export.rules';
import type { SheetHousehold, SheetOrder } from './read-household.rules';

/** The more at once, the less often the sums of one village are written. */
export const HOUSEHOLDS_A_BATCH = 1000;

export interface SealedNumber {
  sealed: Uint8Array;
  tail: string;
}

export interface SealedHousehold extends Omit<SheetHousehold, 'form' | 'members'> {
  form: Omit<HouseholdForm, 'phone' | 'bankCard'>;
  phone: SealedNumber | null;
  members: {
    line: number;
    idAt: number;
    number: string | null;
    facts: Omit<MemberFacts, 'idNumber'>;
    idNumber: SealedNumber & { index: string };
  }[];
}

export interface CellFlaw extends Omit<ImportFlaw, 'at'> {
  cell: string;
}

export interface ChangedRow extends Omit<ExportedRow, 'cells'> {
  cells: (Omit<ExportedCell, 'at'> & { cell: string })[];
}

export interface SheetBatch {
  kind: 'national' | 'export';
  /** the last line that was read */
  line: number;
  rows: number;
  households: SealedHousehold[];
  changes: ChangedRow[];
  flaws: CellFlaw[];
}

export interface SheetJob {
  bytes: Uint8Array;
  keys: { keys: Readonly<Record<string, string>>; blindIndexKey: string };
  order: SheetOrder;
  limits: { rows: number; columns: number; cellCharacters: number; unpackedBytes: number };
  /** false where the sheet is only looked at */
  seals: boolean;
}

export type SheetMessage =
  | { batch: SheetBatch }
  | { done: true }
  | { refusal: { code: string; text: BilingualText; facts: RefusalFacts } }
  | { fault: string };

/** What of a sheet is wanted: who reads it knows the keys. */
export type SheetAsked = Pick<SheetJob, 'bytes' | 'order' | 'seals'>;

/** Reads sheets, one after the other, and runs what takes longer than an answer may. */
export interface RegisterSheets {
  read(asked: SheetAsked): AsyncIterable<SheetBatch>;
  /** in the background, behind what was asked before; its failure is logged */
  run(work: () => Promise<void>): void;
}
