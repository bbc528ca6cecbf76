// On what ground (依据) a fact of the register changes: since when it is so, why, and by which document.
import { checkText } from '../household/codes.rules';
import { checkReason } from '../member/member.rules';
import { registerRefusals } from '../register-refusals.rules';

export interface Ground {
  validFrom: string;
  reason: string;
  documentNumber?: string | null;
}

export function checkGround(ground: Ground, registeredOn: string, today: string): Required<Ground> {
  const { validFrom } = ground;
  if (validFrom > today || validFrom < registeredOn)
    throw registerRefusals.changeOutOfTime({ validFrom, registeredOn, today });
  return { validFrom, reason: checkReason(ground.reason), documentNumber: checkDocument(ground.documentNumber) };
}

export function checkDocument(documentNumber: string | null | undefined): string | null {
  return documentNumber ? checkText(documentNumber, 'documentNumber', 4, 100) : null;
}
