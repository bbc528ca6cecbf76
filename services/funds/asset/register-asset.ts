// Registers an asset (登记扶贫资产), with its owner, its operator and the contract between them.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { projectById } from '../project/project.loader';
import { readWords } from '../project/project-facts.rules';
import { Asset } from './asset.entity';
import type { RegisterAssetInput } from './asset.input';

export async function registerAsset(context: Context, input: RegisterAssetInput): Promise<string> {
  const { caller, inScope } = context;
  const { regionId, kind, value, contractFrom, contractTo, yearlyYield } = input;
  const projectId = input.projectId ?? null;
  const path = isId(regionId) ? await inScope.pathWithin(regionId) : null;
  if (path === null || caller.personId === null) throw commonRefusals.notFound({ what: '地区 region' });
  if (projectId !== null && !(isId(projectId) && (await projectById.load(context, projectId))))
    throw commonRefusals.notFound({ what: '项目 project' });
  if (value <= 0n) throw invalidInput('value', '须大于零', 'above zero');
  if (yearlyYield < 0n) throw invalidInput('yearlyYield', '不能为负', 'not negative');
  if (contractTo <= contractFrom) throw invalidInput('contractTo', '须晚于起日', 'after its first day');
  const id = newId();
  const asset = {
    ...{ id, number: `ZC-${id.slice(-12).toUpperCase()}`, name: readWords(input.name, 'name', 2, 100), kind },
    ...{ projectId, regionId, path, value, owner: readWords(input.owner, 'owner', 2, 100) },
    ...{ operator: readWords(input.operator, 'operator', 2, 100), contractFrom, contractTo, yearlyYield },
    ...{ contractNumber: readWords(input.contractNumber, 'contractNumber', 2, 100), registeredBy: caller.personId },
  };
  return inScope.write({ action: 'registerAsset', target: id, facts: { regionId } }, async (rows) => {
    await rows.manager.insert(Asset, { ...asset, registeredAt: await rows.now() });
    return id;
  });
}
