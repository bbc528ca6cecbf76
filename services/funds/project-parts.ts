// The parts of funds that the project library is made of: documents of its steps first.
import { fundsEvidence } from './funds-evidence';
import { fundsEvidenceTables } from './migrations/1700000000420-evidence';

export const projectParts = {
  resolvers: [...fundsEvidence.resolvers],
  entities: [],
  migrations: [fundsEvidenceTables],
  refusals: {},
  files: { ...fundsEvidence.makers },
};
