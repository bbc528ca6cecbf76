// The rule packs of assessments (考核规则包): which kinds there are, who approves them, and how a region is found by its code.

import { packParts } from '#platform/graph/pack/pack-parts';
import { annualReviewPackKind } from './annual-review/annual-review.rules';
import { findingPackKind } from './finding/finding-pack.rules';
import { Person } from './foreign/person';
import { Region } from './foreign/region';
import { lightPackKinds } from './light/light-pack.rules';
import { procedurePackKinds } from './procedure/procedure-pack.rules';
import { publishedSumsKind } from './published-sum/published-sums-pack.rules';
import { reportClockKind } from './report/report-clock.rules';
import { scoringPackKinds } from './scoring/scoring-pack.rules';
import { secretVisitPackKind } from './secret-visit/secret-visit-pack.rules';
import { adoptChecklist, flawsOfChecklist, recallChecklist } from './task/adopt-checklist';
import { checklistKinds } from './task/checklist-pack.rules';
import { tenJobsKind } from './ten-job/ten-jobs-pack.rules';

export const packKinds = [
  ...Object.values(scoringPackKinds),
  ...Object.values(lightPackKinds),
  annualReviewPackKind,
  findingPackKind,
  reportClockKind,
  ...procedurePackKinds,
  secretVisitPackKind,
  tenJobsKind,
  publishedSumsKind,
  ...checklistKinds,
];

export const assessmentsPacks = packParts(
  {
    subgraph: 'assessments',
    title: 'Assessments',
    kinds: packKinds,
    approvers: ['office-director'],
    async findRegion(context, code) {
      const query = 'query($code:String!){regionByCode(code:$code){id}}';
      const asked = await context.ask<{ regionByCode: { id: string } | null }>('organisation', query, { code });
      return asked.regionByCode?.id ?? null;
    },
    flawsBeyond: flawsOfChecklist,
    onApproval: adoptChecklist,
    onWithdrawal: recallChecklist,
  },
  { Person, Region, personOf: Person.of, regionOf: Region.of },
);
