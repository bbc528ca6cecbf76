// Who may ask what of bank accounts of households (银行账户): the check of a change, and what funds asks before it pays.
import type { PolicyTable } from '#platform/access/policy';
import { officer, signedIn } from '#platform/access/rules';
import { askedByFunds, caringOrAuditor } from './posts.permissions';

export const bankAccountPermissions: PolicyTable = {
  Query: { accountsForPayment: askedByFunds, payeeStandings: askedByFunds },
  Mutation: { confirmBankAccount: officer('town-officer', 'district-officer', 'zone-officer') },
  Household: { bankAccountUnconfirmed: caringOrAuditor },
  PaymentAccount: {
    '*': signedIn,
    headName: askedByFunds,
    idNumberTail: askedByFunds,
    bankName: askedByFunds,
    card: askedByFunds,
  },
  PayeeStanding: { '*': signedIn, diedOn: askedByFunds },
};
