// What a simulation comes to (测算结果): cost by payer and place, who bears less and who more, and some stays of each, gathered stay by stay in little memory.
import type { Fen } from '#platform/vocabulary/money';
import type { StoredOutcome } from '../settlement/told-outcome.rules';
import type { PastStay } from './past-stay.rules';
import type { SimulatedStay } from './resettle-years.rules';

/** Beside the payers: what patients bear. */
export const PATIENT = 'patient';
const SAMPLES_A_SIDE = 10;
/** Bounds of the bands in yuan, for reading alone: no rule decides by them. */
const BANDS = [100n, 500n, 1000n, 3000n].map((yuan) => yuan * 100n);

export interface CostRow {
  path: string;
  regionId: string;
  payer: string;
  stays: number;
  before: string;
  after: string;
}

export interface Band {
  from: string;
  to: string | null;
  count: number;
  sum: string;
}

/** Those whose own part changes one way: how many, by how much together, and by bands of how much. */
export interface Side {
  count: number;
  sum: string;
  bands: Band[];
}

export interface SampleRow {
  side: 'gain' | 'loss';
  rank: number;
  settlementId: string;
  before: string;
  after: string;
  outcome: StoredOutcome;
}

export interface SimulationResult {
  stays: number;
  unchanged: number;
  gains: Side;
  losses: Side;
  left: { code: string; count: number }[];
}

export interface SimulationOutcome extends SimulationResult {
  costs: CostRow[];
  samples: SampleRow[];
}

interface Cost {
  regionId: string;
  stays: number;
  byPayer: Map<string, { stays: number; before: Fen; after: Fen }>;
}

interface Candidate {
  change: Fen;
  stay: SimulatedStay;
}

class SideSums {
  private readonly bands = [...BANDS, null].map(() => ({ count: 0, sum: 0n }));
  private candidates: Candidate[] = [];

  take(change: Fen, stay: SimulatedStay): void {
    const at = BANDS.findIndex((bound) => change < bound);
    const band = this.bands[at < 0 ? BANDS.length : at];
    if (band) {
      band.count++;
      band.sum += change;
    }
    const last = this.candidates[SAMPLES_A_SIDE - 1];
    if (last && !comesBefore({ change, stay }, last)) return;
    this.candidates = [...this.candidates, { change, stay }]
      .sort((one, other) => (comesBefore(one, other) ? -1 : 1))
      .slice(0, SAMPLES_A_SIDE);
  }

  get told(): Side {
    return {
      count: this.bands.reduce((sum, { count }) => sum + count, 0),
      sum: this.bands.reduce((sum, band) => sum + band.sum, 0n).toString(),
      bands: this.bands.map(({ count, sum }, at) => ({
        from: (BANDS[at - 1] ?? 0n).toString(),
        to: BANDS[at]?.toString() ?? null,
        count,
        sum: sum.toString(),
      })),
    };
  }

  samples(side: SampleRow['side']): SampleRow[] {
    return this.candidates.flatMap(({ stay: { past, anew } }, at) =>
      anew
        ? [
            {
              side,
              rank: at + 1,
              settlementId: past.id,
              before: past.patientPays,
              after: anew.patientPays.toString(),
              outcome: anew.explain(),
            },
          ]
        : [],
    );
  }
}

/** The greater change, and of two that are alike the earlier settlement: the same stays every time. */
const comesBefore = (one: Candidate, other: Candidate): boolean =>
  one.change === other.change ? one.stay.past.id < other.stay.past.id : one.change > other.change;

export class SimulationSums {
  private readonly costs = new Map<string, Cost>();
  private readonly left = new Map<string, number>();
  private readonly gains = new SideSums();
  private readonly losses = new SideSums();
  private unchanged = 0;
  stays = 0;

  take(simulated: readonly SimulatedStay[]): void {
    for (const stay of simulated) {
      const { past, anew, left } = stay;
      if (!anew) {
        this.left.set(left ?? '', (this.left.get(left ?? '') ?? 0) + 1);
        continue;
      }
      this.stays++;
      const before = BigInt(past.patientPays);
      this.addCosts(past, [...anew.shares, { payer: PATIENT, amount: anew.patientPays }]);
      const change = anew.patientPays - before;
      if (change === 0n) this.unchanged++;
      else if (change < 0n) this.gains.take(-change, stay);
      else this.losses.take(change, stay);
    }
  }

  private addCosts(past: PastStay, after: readonly { payer: string; amount: Fen }[]): void {
    const cost = this.costs.get(past.path) ?? { regionId: past.regionId, stays: 0, byPayer: new Map() };
    this.costs.set(past.path, cost);
    cost.stays++;
    const add = (payer: string, side: 'before' | 'after', fen: Fen) => {
      const sum = cost.byPayer.get(payer) ?? { stays: 0, before: 0n, after: 0n };
      sum[side] += fen;
      cost.byPayer.set(payer, sum);
    };
    for (const [payer, fen] of [...past.shares, [PATIENT, past.patientPays] as const])
      add(payer, 'before', BigInt(fen));
    for (const { payer, amount } of after) add(payer, 'after', amount);
  }

  get outcome(): SimulationOutcome {
    const costs = [...this.costs].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      stays: this.stays,
      unchanged: this.unchanged,
      gains: this.gains.told,
      losses: this.losses.told,
      left: [...this.left].sort().map(([code, count]) => ({ code, count })),
      costs: costs.flatMap(([path, { regionId, stays, byPayer }]) =>
        [...byPayer].sort().map(([payer, { before, after }]) => ({
          ...{ path, regionId, payer, stays },
          before: before.toString(),
          after: after.toString(),
        })),
      ),
      samples: [...this.gains.samples('gain'), ...this.losses.samples('loss')],
    };
  }
}
