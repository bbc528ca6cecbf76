// The parts of funds that tell others: the outbox that other subgraphs read, and where a gift went, for its donor.
import { donorRefusals } from './donor/donor-refusals.rules';
import { GiftItemPlaceResolver, GiftPathPlaceResolver, GiftPathResolver } from './donor/gift-path.resolver';
import { addOutbox } from './migrations/1700000000537-outbox';
import { addGiftLookUps } from './migrations/1700000000538-gift-look-ups';
import { OutboxResolver } from './outbox/outbox.resolver';

export const donorParts = {
  resolvers: [OutboxResolver, GiftPathResolver, GiftPathPlaceResolver, GiftItemPlaceResolver],
  migrations: [addOutbox, addGiftLookUps],
  refusals: donorRefusals,
};
