// Who may simulate a policy, and who reads what it came to (政策测算).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyOf, masked, officer, signedIn } from '#platform/access/rules';

const simulating = officer('office-officer', 'office-director', 'finance-officer').at('city');
const wholeReaders = anyOf(simulating, officer('auditor'));
/** A payer sees what its own would cost, by the rows that it reaches, and nothing of patients. */
const costReaders = anyOf(wholeReaders, officer('payer-clerk'));

export const simulationPermissions: PolicyTable = {
  Query: { policySimulation: costReaders, policySimulations: costReaders },
  Mutation: { simulatePolicy: simulating },
  PolicySimulation: {
    '*': signedIn,
    gains: wholeReaders,
    losses: wholeReaders,
    samples: wholeReaders,
  },
  SimulatedCost: { '*': signedIn, before: signedIn, after: signedIn, difference: signedIn },
  SimulationBand: { '*': signedIn, from: signedIn, to: signedIn, sum: signedIn },
  SimulationSide: { '*': signedIn, sum: signedIn },
  SimulationSample: { '*': signedIn, before: signedIn, after: signedIn, patient: masked(wholeReaders) },
  ...openWith(`PolicySimulationConnection PolicySimulationEdge SimulatedRegion SimulationLeft`),
};
