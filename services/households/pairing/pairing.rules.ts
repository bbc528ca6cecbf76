// Pairing (结对帮扶): one helper (帮扶责任人) a household at a time; a change ends the present pairing the day before.
import { refusals } from '../refusals';

export interface PresentPairing {
  helperId: string;
  validFrom: string;
}

export function checkPairing(
  household: { registeredOn: string },
  present: PresentPairing | null,
  next: { helperId: string; from: string },
): void {
  const { registeredOn } = household;
  if (next.from < registeredOn) throw refusals.pairingBeforeRegistration({ from: next.from, registeredOn });
  if (!present) return;
  if (present.helperId === next.helperId) throw refusals.alreadyPaired();
  // A period is half-open, so a new one on the first day of the present one would leave that one without a day.
  if (next.from <= present.validFrom) throw refusals.pairingTooEarly({ from: next.from, present: present.validFrom });
}
