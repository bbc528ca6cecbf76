// Who may ask what of charity funds (扶贫基金): the city's office makes, director and finance check, finance receipts and pays; what is published is for anyone.
import { openWith, type PolicyTable } from '#platform/access/policy';
import { masked, signedIn } from '#platform/access/rules';
import { director, finance, offices, packApprovers, packMakers, readers } from './posts.permissions';

export const charityFundPermissions: PolicyTable = {
  Query: {
    charityFund: readers,
    charityFunds: readers,
    gift: readers,
    gifts: readers,
    charityUse: readers,
    charityUses: readers,
  },
  Mutation: {
    foundCharityFund: packMakers,
    recordFoundingStep: packMakers,
    confirmFoundingStep: director,
    returnFoundingStep: director,
    promiseGift: packMakers,
    recordGiftArrival: packMakers,
    acceptGift: packApprovers,
    declineGift: packApprovers,
    issueGiftReceipt: finance,
    draftCharityUse: packMakers,
    withdrawCharityUse: packMakers,
    resolveCharityUse: director,
    applyCharityPayment: packMakers,
    payCharityPayment: finance,
  },
  CharityFund: { '*': signedIn },
  FoundingStep: { '*': signedIn, amount: signedIn },
  CouncilMember: { '*': signedIn },
  Gift: { '*': signedIn, donorName: masked(readers, offices), promised: signedIn, received: signedIn },
  GiftItem: { '*': signedIn, value: signedIn },
  GiftReceipt: { '*': signedIn },
  AllotmentLine: { gift: readers },
  CharityUse: { '*': signedIn, amount: signedIn },
  CharityUseSource: { '*': signedIn, amount: signedIn },
  CouncilResolution: { '*': signedIn },
  CouncilVote: { '*': signedIn },
  CharityPayment: { '*': signedIn, amount: signedIn },
  ...openWith('GiftConnection GiftEdge CharityUseConnection CharityUseEdge'),
};
