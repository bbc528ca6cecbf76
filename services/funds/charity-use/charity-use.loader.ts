// Uses of gifts with their sources, resolutions, votes, lots and payments, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { AllotmentLine } from '../allotment/allotment.entity';
import { CouncilMember } from '../charity-fund/founding-step.entity';
import { CharityUse, CharityUseSource } from './charity-use.entity';
import { CharityPayment, CouncilResolution, CouncilVote } from './council-resolution.entity';

export const charityUseById = defineLoader<CharityUse | null>(
  'use of gifts by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CharityUse, { id: Any([...ids]) }), ({ id }) => id),
);

export const charityPaymentById = defineLoader<CharityPayment | null>(
  'payment of a use by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CharityPayment, { id: Any([...ids]) }), ({ id }) => id),
);

export const councilMemberById = defineLoader<CouncilMember | null>(
  'member of a council by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CouncilMember, { id: Any([...ids]) }), ({ id }) => id),
);

export const resolutionOfUse = defineLoader<CouncilResolution | null>(
  'resolution on a use',
  () => null,
  async (rows, ids) =>
    mapBy(await rows.manager.findBy(CouncilResolution, { useId: Any([...ids]) }), ({ useId }) => useId),
);

const USE_IN = 'where t.use_id = any ($1::uuid[]) order by t.use_id';

export const sourcesOfUse = defineLoader<CharityUseSource[]>(
  'sources of a use',
  () => [],
  async (rows, ids) => groupBy(await rows.select(CharityUseSource, `${USE_IN}, t.lot_id`, [ids]), ({ useId }) => useId),
);

export const votesOfUse = defineLoader<CouncilVote[]>(
  'votes on a use',
  () => [],
  async (rows, ids) => groupBy(await rows.select(CouncilVote, `${USE_IN}, t.member_id`, [ids]), ({ useId }) => useId),
);

export const paymentsOfUse = defineLoader<CharityPayment[]>(
  'payments of a use',
  () => [],
  async (rows, ids) => groupBy(await rows.select(CharityPayment, `${USE_IN}, t.id`, [ids]), ({ useId }) => useId),
);

/** What came out of the gifts themselves; parts of these go on as those of any lot do. */
export const lotsOfUse = defineLoader<AllotmentLine[]>(
  'lots of a use',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(
        AllotmentLine,
        `where t.use_id = any ($1::uuid[]) and exists (select 1 from funds.charity_use_source s where s.use_id = t.use_id and s.lot_id = t.parent_line_id)
          order by t.use_id, t.id`,
        [ids],
      ),
      ({ useId }) => useId ?? '',
    ),
);
