// The parts of funds that tell others: the outbox that other subgraphs read.
import { addOutbox } from './migrations/1700000000537-outbox';
import { OutboxResolver } from './outbox/outbox.resolver';

export const donorParts = {
  resolvers: [OutboxResolver],
  migrations: [addOutbox],
};
