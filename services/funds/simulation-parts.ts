// The parts of funds that policies are simulated by (政策测算): asked, worked out read-only, and read.
import { simulations } from './migrations/1700000000510-simulations';
import { PolicySimulation } from './simulation/policy-simulation.entity';
import {
  SimulatedRegionResolver,
  SimulationResolver,
  SimulationSampleResolver,
} from './simulation/simulation.resolver';
import { simulationRefusals } from './simulation/simulation-refusals.rules';

export const simulationParts = {
  resolvers: [SimulationResolver, SimulatedRegionResolver, SimulationSampleResolver],
  entities: [PolicySimulation],
  migrations: [simulations],
  refusals: simulationRefusals,
};
