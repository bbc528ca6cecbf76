// The worker thread that settles past stays anew (政策测算线程): reading pages, settling and summing are done here, and nobody's query waits for them.
import { parentPort, workerData } from 'node:worker_threads';
import { parsePolicyPack } from './settlement-policy/settlement-policy.rules';
import type { PastStay } from './simulation/past-stay.rules';
import { resettleYears } from './simulation/resettle-years.rules';
import type { SimulationJob, SimulationMessage, SimulationPage } from './simulation/simulation-job.rules';
import { SimulationSums } from './simulation/simulation-sums.rules';

const port = parentPort as NonNullable<typeof parentPort>;
const { pack, hash, period } = workerData as SimulationJob;
const draft = { pack: parsePolicyPack(pack), hash, period };
const sums = new SimulationSums();
const say = (message: SimulationMessage) => port.postMessage(message);

port.on('message', (page: SimulationPage) => {
  try {
    if (page === null) {
      say({ outcome: sums.outcome });
      port.close();
      return;
    }
    for (const stays of byPerson(JSON.parse(page) as PastStay[])) sums.take(resettleYears(draft, stays));
    say({ took: sums.stays });
  } catch (error) {
    say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** A page has whole persons, one behind the other. */
function* byPerson(stays: readonly PastStay[]): Generator<PastStay[]> {
  let person: PastStay[] = [];
  for (const stay of stays) {
    if (person[0] && person[0].memberId !== stay.memberId) {
      yield person;
      person = [];
    }
    person.push(stay);
  }
  if (person.length > 0) yield person;
}
