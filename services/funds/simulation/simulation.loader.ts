// Simulations by id, what they cost by payer, and their samples, batched.
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { PolicySimulation } from './policy-simulation.entity';
import { COSTS_BY_PAYER, type CostSum } from './simulation.query';
import type { SimulationSample } from './simulation-side.entity';

export const simulationById = defineLoader<PolicySimulation | null>(
  'simulation by id',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.select(PolicySimulation, 'where t.id = any ($1::uuid[])', [ids]), ({ id }) => id),
);

export const costsOfSimulation = defineLoader<CostSum[]>(
  'costs of a simulation',
  () => [],
  async (rows, ids) => groupBy(await rows.query<CostSum>(COSTS_BY_PAYER, [ids]), ({ key }) => key),
);

export const samplesOfSimulation = defineLoader<(SimulationSample & { key: string })[]>(
  'samples of a simulation',
  () => [],
  async (rows, ids) =>
    groupBy(await rows.query<SimulationSample & { key: string }>(SAMPLES_OF, [ids]), ({ key }) => key),
);

const SAMPLES_OF = `select simulation_id::text as key, side, rank, settlement_id as "settlementId", region_id as "regionId", hospital_id as "hospitalId",
  patient_name as "patientName", before_fen as before, after_fen as after, outcome_before as "outcomeBefore", outcome_after as "outcomeAfter"
from funds.simulation_sample where simulation_id = any ($1::uuid[]) order by simulation_id, side, rank`;
