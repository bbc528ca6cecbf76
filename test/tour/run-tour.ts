// Runs the steps of a tour in order; a step that breaks is told as a check that failed, and the next ones still run.
import { randomBytes } from 'node:crypto';
import { askTheSame } from './ask-the-same';
import { compareLevels } from './compare-levels';
import { compareManifest } from './compare-manifest';
import { lightTown } from './light-town';
import { meetRefusals } from './meet-refusals';
import { payHouseholds } from './pay-households';
import { reportTask } from './report-task';
import { settleStay } from './settle-stay';
import { signInEverybody } from './sign-in-everybody';
import { codeOf, GraphUnreachable, TourClient } from './tour-client';
import { type DemoAccount, TOUR_PREFIX, type TourGuide, type TourManifest } from './tour-guide';
import type { TourRecord } from './tour-record';

type Step = (guide: TourGuide) => Promise<void>;

/** The manifest comes last, so that it is compared with what this tour has moved as well. */
const steps: readonly Step[] = [
  signInEverybody,
  askTheSame,
  compareLevels,
  reportTask,
  payHouseholds,
  settleStay,
  lightTown,
  meetRefusals,
  compareManifest,
];

export interface TourInput {
  url: string;
  accounts: readonly DemoAccount[];
  manifest: TourManifest;
}

export async function runTour({ url, accounts, manifest }: TourInput, record: TourRecord): Promise<TourGuide> {
  const guide: TourGuide = {
    anonymous: new TourClient(url, null),
    accounts,
    manifest,
    visitors: new Map(),
    record,
    stamp: `${TOUR_PREFIX}${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`,
  };
  // Before the first word is printed: a graph that is not there is one line, and nothing else.
  await reachGraph(guide.anonymous);
  for (const step of steps) {
    try {
      await step(guide);
    } catch (error) {
      if (error instanceof GraphUnreachable) throw error;
      record.check(`${step.name} 未能走完 · did not come to its end`, false, '—', (error as Error).message);
    }
  }
  return guide;
}

/** Whatever else may listen at the address is no graph. */
async function reachGraph(client: TourClient): Promise<void> {
  const { data, errors } = await client.ask<{ __typename: string }>('{ __typename }');
  if (data?.__typename !== 'Query') throw new GraphUnreachable(codeOf(errors[0]) || 'no Query');
}
