// The parts of the households subgraph.
import 'reflect-metadata';
import { accessToldResolver } from '#platform/graph/access-told';
import type { SubgraphParts } from '#platform/graph/compile';
import { operationLogResolver } from '#platform/graph/operation-log';
import { regionTreeResolver } from '#platform/graph/region-tree';
import { todoResolver } from '#platform/graph/todo/todo-resolver';
import { bankAccountParts } from './bank-account-parts';
import { campaignParts } from './campaign-parts';
import { determinationParts } from './determination-parts';
import { followFunds } from './donated-goods/take-funds-events';
import { donatedGoodsParts } from './donated-goods-parts';
import { Person, personOf } from './foreign/person';
import { Region, regionOf } from './foreign/region';
import { helpPlanParts } from './help-plan-parts';
import { Household } from './household/household.entity';
import { householdById } from './household/household.loader';
import { HouseholdConnectionResolver, HouseholdResolver } from './household/household.resolver';
import { HouseholdFieldsResolver } from './household/household-fields.resolver';
import { HouseholdPlaceResolver } from './household/household-place.resolver';
import { HouseholdState } from './household-state/household-state.entity';
import { HouseholdStateResolver } from './household-state/household-state.resolver';
import { householdsEvidence } from './households-evidence';
import { householdsPacks } from './households-packs';
import { householdsTodo } from './households-todo';
import { listExportParts } from './list-export-parts';
import { lookBackParts } from './look-back-parts';
import { Member } from './member/member.entity';
import { memberById } from './member/member.loader';
import { MemberResolver } from './member/member.resolver';
import { foundHouseholds } from './migrations/1700000000101-households-found';
import { addPairingsAndVisits } from './migrations/1700000000102-pairings-and-visits';
import { addRegisterFunctions } from './migrations/1700000000103-register-functions';
import { indexFilteredLists } from './migrations/1700000000104-filtered-lists';
import { addVisitExemptions } from './migrations/1700000000120-visit-exemptions';
import { principalInLog } from './migrations/1700000000130-principal-in-log';
import { addRowReach } from './migrations/1700000000131-row-reach';
import { addRegionMoves } from './migrations/1700000000140-region-moves';
import { addVisitEvidence } from './migrations/1700000000150-visit-evidence';
import { villageSums } from './migrations/1700000000170-village-sums';
import { householdsUnitHeirs } from './migrations/1700000000190-unit-heirs';
import { addStandingPacks } from './migrations/1700000000261-standing-packs';
import { pairingParts } from './pairing-parts';
import { paperParts } from './paper-parts';
import { householdReaders } from './permission/posts.permissions';
import { permissions } from './permissions';
import { programmeParts } from './programme-parts';
import { refusals } from './refusals';
import { RegionHouseholdsResolver, RegionSummaryResolver } from './region-summary/region-summary.resolver';
import { registerImportParts } from './register-import-parts';
import { registerParts } from './register-parts';
import { resettlementParts } from './resettlement-parts';
import { searchParts } from './search-parts';
import { ServiceFactsResolver } from './service-facts/service-facts.resolver';
import { VisitExemption } from './visit-obligation/visit-exemption.entity';
import { VisitExemptionResolver } from './visit-obligation/visit-exemption.resolver';
import {
  HouseholdVisitObligationsResolver,
  RegionVisitObligationsResolver,
  VisitObligationFactsResolver,
  VisitObligationResolver,
  VisitObligationsResolver,
} from './visit-obligation/visit-obligation.resolver';
import { visitParts } from './visit-parts';

export const households: SubgraphParts = {
  name: 'households',
  resolvers: [
    HouseholdResolver,
    HouseholdConnectionResolver,
    HouseholdFieldsResolver,
    HouseholdPlaceResolver,
    MemberResolver,
    HouseholdStateResolver,
    RegionSummaryResolver,
    RegionHouseholdsResolver,
    RegionVisitObligationsResolver,
    HouseholdVisitObligationsResolver,
    VisitObligationsResolver,
    VisitObligationResolver,
    VisitExemptionResolver,
    VisitObligationFactsResolver,
    ServiceFactsResolver,
    ...registerParts.resolvers,
    ...bankAccountParts.resolvers,
    ...registerImportParts.resolvers,
    ...pairingParts.resolvers,
    ...helpPlanParts.resolvers,
    ...campaignParts.resolvers,
    ...paperParts.resolvers,
    ...visitParts.resolvers,
    ...searchParts.resolvers,
    ...programmeParts.resolvers,
    ...donatedGoodsParts.resolvers,
    ...determinationParts.resolvers,
    ...resettlementParts.resolvers,
    ...lookBackParts.resolvers,
    ...householdsPacks.resolvers,
    ...listExportParts.resolvers,
    ...householdsEvidence.resolvers,
    todoResolver('households', { sources: householdsTodo, permissions }),
    operationLogResolver('households'),
    regionTreeResolver('households'),
    accessToldResolver('households'),
  ],
  types: [Region, Person, ...determinationParts.types],
  // A reference is a door of its own: who may not ask for a household may not come to one through another subgraph either.
  references: {
    Household: async (id, context) =>
      householdReaders.admits(context.caller) ? householdById.load(context, id) : null,
    Member: async (id, context) => (householdReaders.admits(context.caller) ? memberById.load(context, id) : null),
    Region: async (id) => regionOf(id),
    Person: async (id) => personOf(id),
    ...determinationParts.references,
  },
  entities: [
    Household,
    Member,
    HouseholdState,
    VisitExemption,
    ...registerParts.entities,
    ...registerImportParts.entities,
    ...pairingParts.entities,
    ...helpPlanParts.entities,
    ...campaignParts.entities,
    ...visitParts.entities,
    ...searchParts.entities,
    ...programmeParts.entities,
    ...donatedGoodsParts.entities,
    ...determinationParts.entities,
    ...resettlementParts.entities,
    ...lookBackParts.entities,
    ...householdsPacks.entities,
  ],
  migrations: [
    foundHouseholds,
    addPairingsAndVisits,
    addRegisterFunctions,
    indexFilteredLists,
    addRegionMoves,
    principalInLog,
    addVisitEvidence,
    villageSums,
    addVisitExemptions,
    addRowReach,
    householdsUnitHeirs,
    ...registerParts.migrations,
    ...bankAccountParts.migrations,
    ...registerImportParts.migrations,
    ...visitParts.migrations,
    ...pairingParts.migrations,
    ...helpPlanParts.migrations,
    ...campaignParts.migrations,
    ...searchParts.migrations,
    ...programmeParts.migrations,
    ...donatedGoodsParts.migrations,
    addStandingPacks,
    ...determinationParts.migrations,
    ...resettlementParts.migrations,
    ...lookBackParts.migrations,
    ...householdsPacks.migrations,
  ],
  permissions,
  refusals: {
    ...refusals,
    ...registerParts.refusals,
    ...bankAccountParts.refusals,
    ...pairingParts.refusals,
    ...helpPlanParts.refusals,
    ...campaignParts.refusals,
    ...searchParts.refusals,
    ...programmeParts.refusals,
    ...donatedGoodsParts.refusals,
    ...registerImportParts.refusals,
    ...determinationParts.refusals,
    ...resettlementParts.refusals,
    ...lookBackParts.refusals,
    ...householdsPacks.refusals,
  },
  files: { ...householdsEvidence.makers, ...registerImportParts.files, ...paperParts.files, ...listExportParts.files },
  uploads: registerImportParts.uploads,
  errand: followFunds,
};
