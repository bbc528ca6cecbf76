// What may be refused about bank accounts of households.
import { refusal } from '#platform/vocabulary/refusal';

export const bankAccountRefusals = {
  bankAccountEyes: refusal(
    'BANK_ACCOUNT_FOUR_EYES',
    '变更账户的人不得核对该变更',
    'Whoever changed an account does not check the change',
  ),
  bankAccountConfirmed: refusal(
    'BANK_ACCOUNT_CONFIRMED',
    '没有待核对的账户变更',
    'There is no change of the account that waits for a check',
  ),
} as const;
