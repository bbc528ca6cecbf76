// Withdraws an exposure (撤回曝光): its text is public no more, that it was public and why it is not stays.
import type { Context } from '#platform/graph/context';
import { refusePersonalNumbers } from '#platform/vocabulary/personal-number';
import { checkWords } from '../finding/finding.rules';
import { changeExposure } from './change-exposure';
import type { Exposure } from './exposure.entity';
import { checkWithdrawal } from './exposure.rules';

export function withdrawExposure(context: Context, id: string, reason: string): Promise<Exposure> {
  checkWords('reason', reason);
  refusePersonalNumbers('reason', reason);
  return changeExposure(context, 'withdrawExposure', id, (exposure, now) => {
    checkWithdrawal(exposure);
    return { withdrawnBy: context.caller.personId, withdrawnAt: now, withdrawalReason: reason };
  });
}
