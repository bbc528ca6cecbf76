// What a simulation says to the thread that works it out (测算任务): pages of stays as the database told them go there, how many were settled anew comes back.
import type { SimulatedPeriod } from './resettle-years.rules';
import type { SimulationOutcome } from './simulation-sums.rules';

export interface SimulationJob {
  /** the draft as it stands in its row, checked there once more */
  pack: unknown;
  hash: string;
  period: SimulatedPeriod;
}

/** The text of a page, or null after the last one. */
export type SimulationPage = string | null;

export type SimulationMessage = { took: number } | { outcome: SimulationOutcome } | { fault: string };

export interface PolicySimulator {
  /** in the background, behind what was asked before; its failure is logged */
  run(work: () => Promise<void>): void;
  /** takes pages until there are none, and tells with each how many stays were settled anew so far */
  simulate(
    job: SimulationJob,
    pages: AsyncIterable<string>,
    took: (stays: number) => Promise<void>,
  ): Promise<SimulationOutcome>;
}
