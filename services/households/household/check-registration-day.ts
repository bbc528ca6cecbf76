// A household that is registered today was identified (精准识别): before the pack's day it may be entered from paper, from then on it is born by an approval.

import type { Rows } from '#platform/database/in-scope';
import { determinationRefusals } from '../determination/determination-refusals.rules';
import { findDeterminationPack } from '../determination/find-determination-pack';

export async function checkRegistrationDay(rows: Rows, registeredOn: string, today: string): Promise<void> {
  const { identifiedFrom } = (await findDeterminationPack(rows, today)).pack;
  if (registeredOn >= identifiedFrom) throw determinationRefusals.identificationNeeded({ from: identifiedFrom });
}
