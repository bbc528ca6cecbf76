// Who may ask what of regions, divisions, units and persons, and how they change (地区、区划、单位、人员).
import { openWith, type PolicyTable } from '#platform/access/policy';
import { anyone, officer, official, regionPosts, service, signedIn } from '#platform/access/rules';

// A province's observer watches how regions change, as do those who work in them.
const regionWatchers = officer(...regionPosts, 'auditor', 'observer');

export const regionPermissions: PolicyTable = {
  Query: {
    region: anyone,
    regionByCode: anyone,
    regions: anyone,
    division: anyone,
    divisions: anyone,
    divisionVintages: anyone,
    divisionChanges: anyone,
    regionChange: regionWatchers,
    regionChanges: regionWatchers,
    unitChange: regionWatchers,
    unitChanges: regionWatchers,
    regionTreeEvents: service('households', 'assessments', 'funds'),
    unit: anyone,
    unitByCode: anyone,
    units: anyone,
    person: official,
    persons: official,
  },
  Mutation: {
    // Who proposes does not approve; what was approved is carried out as it stands.
    proposeRegionChange: officer('office-officer').at('city'),
    approveRegionChange: officer('office-director').at('city'),
    rejectRegionChange: officer('office-director').at('city'),
    executeRegionChange: officer('office-officer', 'office-director').at('city'),
    proposeUnitChange: officer('office-officer').at('city'),
    approveUnitChange: officer('office-director').at('city'),
    rejectUnitChange: officer('office-director').at('city'),
    executeUnitChange: officer('office-officer', 'office-director').at('city'),
  },
  Region: { '*': anyone },
  RegionFormer: { '*': anyone },
  Division: { '*': anyone },
  DivisionConnection: { '*': anyone },
  DivisionEdge: { '*': anyone },
  DivisionVintage: { '*': anyone },
  DivisionChange: { '*': anyone },
  DivisionChangeConnection: { '*': anyone },
  DivisionChangeEdge: { '*': anyone },
  RegionConnection: { '*': anyone },
  RegionEdge: { '*': anyone },
  Unit: { '*': anyone },
  RegionChange: { '*': signedIn, proposedBy: official, approvedBy: official },
  UnitFormer: { '*': anyone },
  UnitChange: { '*': signedIn, proposedBy: official, approvedBy: official },
  UnitConnection: { '*': anyone },
  UnitEdge: { '*': anyone },
  ...openWith(`RegionChangeStep RegionChangeProgress RegionChangeConnection RegionChangeEdge UnitChangeStep UnitChangeConnection
    UnitChangeEdge Person PersonConnection PersonEdge`),
};
