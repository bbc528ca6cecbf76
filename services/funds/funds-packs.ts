// The rule packs of funds (资金规则包): settlement policies with their catalogues and hospitals, approved as allotments are, by the director or by finance.
import { packParts } from '#platform/graph/pack/pack-parts';
import { fundUseKind } from './book/fund-use-pack.rules';
import { charityPackKind } from './charity-fund/charity-pack.rules';
import { clearingPackKind } from './clearing/clearing-pack.rules';
import { fundClockKind } from './clock/fund-clock-pack.rules';
import { flowPackKind } from './disbursement/approval-flow.rules';
import { Person, personOf } from './foreign/person';
import { Region, regionOf } from './foreign/region';
import { medicalPackKinds } from './medical-parts';
import { monitoringPackKinds } from './monitoring/monitoring-pack.rules';
import { projectPackKinds } from './project-packs';
import { noticePackKind } from './public-notice/notice-pack.rules';
import { stagePackKind } from './reimbursement/stage-pack.rules';

export const packKinds = [
  ...medicalPackKinds,
  clearingPackKind,
  charityPackKind,
  noticePackKind,
  fundUseKind,
  fundClockKind,
  flowPackKind,
  stagePackKind,
  ...projectPackKinds,
  ...monitoringPackKinds,
];

export const fundsPacks = packParts(
  {
    subgraph: 'funds',
    title: 'Funds',
    kinds: packKinds,
    approvers: ['office-director', 'finance-officer'],
    async findRegion(context, code) {
      const query = 'query($code:String!){regionByCode(code:$code){id}}';
      const asked = await context.ask<{ regionByCode: { id: string } | null }>('organisation', query, { code });
      return asked.regionByCode?.id ?? null;
    },
  },
  { Person, Region, personOf, regionOf },
);
