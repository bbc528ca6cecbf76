// A household that is registered today was identified (精准识别): before the pack's day it may be entered from paper, from then on it is born by an approval.

import { determinationRefusals } from '../determination/determination-refusals.rules';
import { findDeterminationPack } from '../determination/find-determination-pack';

export function checkRegistrationDay(registeredOn: string, today: string): void {
  const { identifiedFrom } = findDeterminationPack(today);
  if (registeredOn >= identifiedFrom) throw determinationRefusals.identificationNeeded({ from: identifiedFrom });
}
