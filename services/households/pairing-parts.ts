// The parts of households that pairing is made of: helpers and their history, stand-ins, hand-overs, and gaps.

import { pairingWhole } from './migrations/1700000000241-pairing-whole';
import { HandOver } from './pairing/hand-over.entity';
import { Pairing } from './pairing/pairing.entity';
import { PairingResolver } from './pairing/pairing.resolver';
import {
  HandOverFieldsResolver,
  HouseholdPairingsResolver,
  PairingFieldsResolver,
  PairingGapResolver,
  PairingGapsResolver,
  RegionPairingGapsResolver,
  StandInFieldsResolver,
} from './pairing/pairing-history.resolver';
import { pairingRefusals } from './pairing/pairing-refusals.rules';
import { StandIn } from './pairing/stand-in.entity';

export const pairingParts = {
  resolvers: [
    PairingResolver,
    HouseholdPairingsResolver,
    PairingFieldsResolver,
    StandInFieldsResolver,
    HandOverFieldsResolver,
    RegionPairingGapsResolver,
    PairingGapsResolver,
    PairingGapResolver,
  ],
  entities: [Pairing, StandIn, HandOver],
  migrations: [pairingWhole],
  refusals: pairingRefusals,
};
