// The parts of funds that one-stop settlement is made of: policies, encounters, settlements, and what a region sees of them.
import { foundSettlement } from './migrations/1700000000305-found-settlement';
import { settlementFunctions } from './migrations/1700000000306-settlement-functions';
import { settlementInputs } from './migrations/1700000000480-settlement-inputs';
import { RegionMedicalResolver } from './settlement/region-medical.resolver';
import { Settlement } from './settlement/settlement.entity';
import { SettlementResolver } from './settlement/settlement.resolver';
import { SettlementPolicy } from './settlement-policy/settlement-policy.entity';
import { SettlementPolicyResolver } from './settlement-policy/settlement-policy.resolver';
import { Stay, StayFee } from './stay/stay.entity';
import { StayResolver } from './stay/stay.resolver';

export const medicalParts = {
  resolvers: [StayResolver, SettlementResolver, SettlementPolicyResolver, RegionMedicalResolver],
  entities: [Stay, StayFee, Settlement, SettlementPolicy],
  migrations: [foundSettlement, settlementFunctions, settlementInputs],
};
