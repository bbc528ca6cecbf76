// The parts of households that resettling after the split of a village (分村安置) is made of.
import { resettlements } from './migrations/1700000000270-resettlements';
import { Resettlement } from './resettlement/resettlement.entity';
import { HouseholdResettlementsResolver, ResettlementResolver } from './resettlement/resettlement.resolver';
import { resettlementRefusals } from './resettlement/resettlement-refusals.rules';

export const resettlementParts = {
  resolvers: [ResettlementResolver, HouseholdResettlementsResolver],
  entities: [Resettlement],
  migrations: [resettlements],
  refusals: resettlementRefusals,
};
