// The rule packs of organisation (组织规则包): its own, and those that every subgraph decides by; approved by the director.
import { packParts } from '#platform/graph/pack/pack-parts';
import { sharedKinds } from '#platform/graph/pack/shared-kinds';
import { delegationKind } from './delegation/delegation-pack.rules';
import { knownLines } from './letter/draft-letter';
import { flawsOfTerms, type LetterTemplate, letterKind } from './letter/letter-template.rules';
import { Person } from './person/person.entity';
import { personById } from './person/person.loader';
import { layoutKind } from './plan/layout.rules';
import { Region } from './region/region.entity';
import { regionById } from './region/region.loader';
import { askProgress } from './region-change/ask-progress';
import { secondFactorKind } from './sign-in/second-factor-pack.rules';

const isShared = (kind: string) => sharedKinds.some((each) => each.kind === kind);

export const organisationPacks = packParts(
  {
    subgraph: 'organisation',
    title: 'Organisation',
    kinds: [...sharedKinds, letterKind, delegationKind, layoutKind, secondFactorKind],
    approvers: ['office-director'],
    async findRegion({ inScope }, code) {
      const sql = 'select id from organisation.region where code = $1 and valid_to is null';
      return (await inScope.read(({ query }) => query<{ id: string }>(sql, [code])))[0]?.id ?? null;
    },
    /** Who is under one office is under one of its rules; a letter measures by lines that there are. */
    async flawsBeyond(context, kind, content, regionId) {
      const sql = 'select kind from organisation.region where id = $1';
      const [region] = await context.inScope.read(({ query }) => query<{ kind: string }>(sql, [regionId]));
      if (region?.kind !== 'city')
        return [
          { path: 'region', zh: '此类规则包由全市采用', en: 'a pack of this kind is adopted for the whole city' },
        ];
      return kind === letterKind.kind ? flawsOfTerms(content as LetterTemplate, await knownLines(context)) : [];
    },
    /** Whoever does not hear it now learns it from the first request under the new epoch. */
    async afterwards(context, kind) {
      if (isShared(kind)) await askProgress(context, (await context.inScope.appliedTree(0)).epoch);
    },
  },
  {
    Person,
    Region,
    personOf: (id, context) => personById.load(context, id),
    regionOf: (id, context) => regionById.load(context, id),
  },
);
