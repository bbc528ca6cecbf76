// Charity funds, the steps of their founding and their councils, batched.
import { Any } from 'typeorm';
import { defineLoader, groupBy, mapBy } from '#platform/graph/loader';
import { CharityFund } from './charity-fund.entity';
import { CouncilMember, FoundingStep } from './founding-step.entity';

export const charityFundById = defineLoader<CharityFund | null>(
  'charity fund by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(CharityFund, { id: Any([...ids]) }), ({ id }) => id),
);

export const charityFundsByPlace = defineLoader<CharityFund[], 'all'>(
  'charity funds in scope',
  () => [],
  async (rows) => new Map([['all', await rows.select(CharityFund, 'order by t.path, t.founded_at limit 50', [])]]),
);

export const foundingStepById = defineLoader<FoundingStep | null>(
  'step of a founding by id',
  () => null,
  async (rows, ids) => mapBy(await rows.manager.findBy(FoundingStep, { id: Any([...ids]) }), ({ id }) => id),
);

export const stepsOfFund = defineLoader<FoundingStep[]>(
  'steps of a founding',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(FoundingStep, 'where t.fund_id = any ($1::uuid[]) order by t.happened_on, t.recorded_at', [
        ids,
      ]),
      ({ fundId }) => fundId,
    ),
);

export const councilOfStep = defineLoader<CouncilMember[]>(
  'council of a step',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(CouncilMember, 'where t.step_id = any ($1::uuid[]) order by t.step_id, t.ordinal', [ids]),
      ({ stepId }) => stepId,
    ),
);

/** Those in office: elected by a step that was confirmed, and not yet followed by others. */
export const councilOfFund = defineLoader<CouncilMember[]>(
  'council in office',
  () => [],
  async (rows, ids) =>
    groupBy(
      await rows.select(
        CouncilMember,
        `where t.fund_id = any ($1::uuid[]) and t.until_on is null
          and exists (select 1 from funds.founding_step s where s.id = t.step_id and s.outcome = 'confirmed') order by t.fund_id, t.ordinal`,
        [ids],
      ),
      ({ fundId }) => fundId,
    ),
);
