// Founds a charity fund (发起设立基金): from then on it is in preparation, until its registration is confirmed.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import type { FoundCharityFundInput } from './charity-fund.input';
import { charityRefusals } from './charity-refusals.rules';

export async function foundCharityFund(
  { caller, inScope }: Context,
  { regionId, name, legalForm, publicRaising, purpose }: FoundCharityFundInput,
): Promise<string> {
  checkId(regionId, '地区 region');
  const path = await inScope.pathWithin(regionId);
  if (path === null) throw commonRefusals.notFound({ what: '地区 region' });
  const id = newId();
  const run = inScope.write({ action: 'foundCharityFund', target: id }, (rows) =>
    rows.query(
      `insert into funds.charity_fund (id, name, legal_form, public_raising, purpose, region_id, path, founded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, name.trim(), legalForm, publicRaising, purpose.trim(), regionId, path, caller.personId],
    ),
  );
  await run.catch((error: unknown) => {
    if (brokenConstraint(error) === 'charity_fund_name_once') throw charityRefusals.charityFundTaken({ name });
    throw error;
  });
  return id;
}
