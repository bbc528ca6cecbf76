// The rule packs of households (建档立卡规则包): their kinds, approved by the director, each for the whole city, for a household that moves stays under one rule.
import { packParts } from '#platform/graph/pack/pack-parts';
import { comparisonPackKind } from './comparison/comparison-pack.rules';
import { complaintClockKind } from './complaint/complaint-clock.rules';
import { determinationPackKind } from './determination/determination-pack.rules';
import { Person, personOf } from './foreign/person';
import { Region, regionOf } from './foreign/region';
import { guaranteePackKind } from './guarantee-check/guarantee-pack.rules';
import { povertyLineKind } from './income/poverty-line.rules';
import { lookBackPackKind } from './look-back/look-back-pack.rules';
import { addHouseholdsPacks } from './migrations/1700000000272-households-packs';
import { pairingPackKind } from './pairing/pairing-pack.rules';
import { programmePackKinds } from './programme/programme-pack.rules';
import { rulePackRefusals } from './rule-pack/rule-pack-refusals.rules';
import { visitPackKind } from './visit/visit-pack.rules';

const parts = packParts(
  {
    subgraph: 'households',
    title: 'Households',
    kinds: [
      visitPackKind,
      pairingPackKind,
      povertyLineKind,
      determinationPackKind,
      guaranteePackKind,
      lookBackPackKind,
      comparisonPackKind,
      complaintClockKind,
      ...Object.values(programmePackKinds),
    ],
    approvers: ['office-director'],
    async findRegion(context, code) {
      const query = 'query($code:String!){regionByCode(code:$code){id}}';
      const asked = await context.ask<{ regionByCode: { id: string } | null }>('organisation', query, { code });
      return asked.regionByCode?.id ?? null;
    },
    async flawsBeyond({ inScope }, _kind, _content, regionId) {
      const sql = 'select kind from households.scope where region_id = $1';
      const [region] = await inScope.read(({ query }) => query<{ kind: string }>(sql, [regionId]));
      if (region?.kind === 'city') return [];
      return [{ path: 'region', zh: '此类规则包由全市采用', en: 'a pack of this kind is adopted for the whole city' }];
    },
  },
  { Person, Region, personOf, regionOf },
);

export const householdsPacks = { ...parts, migrations: [addHouseholdsPacks], refusals: rulePackRefusals };
