// Counts of obligations by state (应尽事项合计): how many of a line are owed, and what became of them.
import { type Obligation, type ObligationState, obligationStates } from './obligations';

export type Counts = Record<ObligationState, number>;

export function countsOf(obligations: readonly Pick<Obligation, 'state'>[]): Counts {
  const counts = noCounts();
  for (const { state } of obligations) counts[state] += 1;
  return counts;
}

export function noCounts(): Counts {
  return { due: 0, fulfilled: 0, late: 0, overdue: 0, exempt: 0 };
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) for (const state of obligationStates) sum[state] += counts[state];
  return sum;
}

/** What is owed at all: an exempt obligation is owed by nobody. */
export function owedOf({ due, fulfilled, late, overdue }: Counts): number {
  return due + fulfilled + late + overdue;
}
