// Records income of an asset (登记资产收益): of a confirmed asset, under its voucher, which is recorded once.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { beijingDay } from '#platform/vocabulary/calendar-day';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { readWords } from '../project/project-facts.rules';
import type { RecordAssetIncomeInput } from './asset.input';
import { assetById } from './asset.loader';
import { AssetIncome } from './asset-income.entity';
import { assetRefusals as refusals } from './asset-refusals.rules';

export async function recordAssetIncome(context: Context, input: RecordAssetIncomeInput): Promise<string> {
  const { caller, inScope } = context;
  const asset = isId(input.assetId) ? await assetById.load(context, input.assetId) : null;
  if (!asset || caller.personId === null) throw commonRefusals.notFound({ what: '资产 asset' });
  if (!asset.confirmedAt) throw refusals.assetNotConfirmed();
  const { year, amount, receivedOn } = input;
  if (amount <= 0n) throw invalidInput('amount', '须大于零', 'above zero');
  if (year < 2000 || year > 2100) throw invalidInput('year', '年度有误', 'no such year');
  const documentNumber = readWords(input.documentNumber, 'documentNumber', 2, 100);
  const id = newId();
  const { id: assetId, regionId, path } = asset;
  const recordedBy = caller.personId;
  return inScope
    .write({ action: 'recordAssetIncome', target: id, facts: { assetId, year } }, async (rows) => {
      const now = await rows.now();
      if (receivedOn > beijingDay(now)) throw invalidInput('receivedOn', '不能晚于今天', 'not after today');
      const place = { id, assetId, regionId, path };
      const told = { year, amount, receivedOn, documentNumber, recordedBy, recordedAt: now };
      await rows.manager.insert(AssetIncome, { ...place, ...told });
      return id;
    })
    .catch((error: unknown) => {
      if (brokenConstraint(error) === 'asset_income_once')
        throw invalidInput('documentNumber', '该凭证已登记', 'that voucher was recorded already');
      throw error;
    });
}
