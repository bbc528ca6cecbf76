// The parts of households that print: papers of a household from stored data, as pages for A4.
import { householdPaperFile } from './household-paper-file';
import { HouseholdPaperResolver } from './paper/household-paper.resolver';
import { villagePapersFile } from './village-papers-file';

export const paperParts = {
  resolvers: [HouseholdPaperResolver],
  files: { 'household-paper': householdPaperFile, 'village-papers': villagePapersFile },
};
