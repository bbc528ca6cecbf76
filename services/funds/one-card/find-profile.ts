// Finds the profile of a bank's files (银行文件格式) by its name.
import type { FundsContext } from '../tools';
import type { BankProfile } from './bank-profile.rules';
import { oneCardRefusals } from './one-card-refusals.rules';

export function findProfile({ tools }: FundsContext, name: string): BankProfile {
  const found = tools.bankProfiles.find((profile) => profile.name === name);
  if (!found) throw oneCardRefusals.bankProfileUnknown({ profile: name.slice(0, 40) });
  return found;
}
