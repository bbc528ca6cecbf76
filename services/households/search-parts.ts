// The parts of households that look things up and set them right: search, duplicates, comparisons with other bureaus, complaints.
import { Comparison } from './comparison/comparison.entity';
import { ComparisonMatchResolver, ComparisonResolver } from './comparison/comparison.resolver';
import { ComparisonMatch } from './comparison/comparison-match.entity';
import { comparisonRefusals } from './comparison/comparison-refusals.rules';
import { DataComplaintResolver, FigureStepResolver } from './complaint/complaint.resolver';
import { complaintRefusals } from './complaint/complaint-refusals.rules';
import { DataComplaint } from './complaint/data-complaint.entity';
import { Duplicate } from './duplicate/duplicate.entity';
import { DuplicateResolver, MemberCheckResolver, MemberDuplicatesResolver } from './duplicate/duplicate.resolver';
import { duplicateRefusals } from './duplicate/duplicate-refusals.rules';
import { MemberCheck } from './duplicate/member-check.entity';
import { addSearch } from './migrations/1700000000210-search';
import { addDuplicates } from './migrations/1700000000211-duplicates';
import { addComparisons } from './migrations/1700000000212-comparisons';
import { addDataComplaints } from './migrations/1700000000213-data-complaints';
import { whoComesIsThere } from './migrations/1700000000214-who-comes-is-there';
import { SearchResolver } from './search/search.resolver';
import { searchRefusals } from './search/search-refusals.rules';

export const searchParts = {
  resolvers: [
    SearchResolver,
    DuplicateResolver,
    MemberDuplicatesResolver,
    MemberCheckResolver,
    ComparisonResolver,
    ComparisonMatchResolver,
    DataComplaintResolver,
    FigureStepResolver,
  ],
  entities: [Duplicate, MemberCheck, Comparison, ComparisonMatch, DataComplaint],
  migrations: [addSearch, addDuplicates, addComparisons, addDataComplaints, whoComesIsThere],
  refusals: { ...searchRefusals, ...duplicateRefusals, ...comparisonRefusals, ...complaintRefusals },
};
