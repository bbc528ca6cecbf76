// States of a register import (导入进展), and from which of them it may be checked or committed.
export enum ImportKind {
  national = 'national',
  export = 'export',
}

export enum ImportState {
  uploaded = 'uploaded',
  checking = 'checking',
  checked = 'checked',
  committing = 'committing',
  committed = 'committed',
  failed = 'failed',
}

export type ImportStep = 'check' | 'commit';

export const stepTable: Readonly<Record<ImportStep, { from: readonly ImportState[]; during: ImportState }>> = {
  check: { from: [ImportState.uploaded, ImportState.checked, ImportState.failed], during: ImportState.checking },
  commit: { from: [ImportState.checked], during: ImportState.committing },
};

/** A process that works on an import says so every few seconds; one that was silent so long is no more. */
export const SILENT_SECONDS = 60;

export type StepVerdict = 'begin' | 'busy' | 'done' | 'state';

export function mayBegin(step: ImportStep, state: ImportState, silentSeconds: number): StepVerdict {
  const { from, during } = stepTable[step];
  if (from.includes(state)) return 'begin';
  if (state === ImportState.committed) return step === 'commit' ? 'done' : 'state';
  if (state !== ImportState.checking && state !== ImportState.committing) return 'state';
  // What a dead process had begun is as it was before: its transaction has ended without a trace.
  return silentSeconds > SILENT_SECONDS && state === during ? 'begin' : 'busy';
}
