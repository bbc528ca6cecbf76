// Works a settlement out again (重算核对): from the stored inputs, by the pack under its hash and by the engine that made it; the same to the byte or not.
import type { Context } from '#platform/graph/context';
import { canonicalJson, contentHash, packHash } from '#platform/vocabulary/canonical';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { type PolicyPack, parsePolicyPack } from '../settlement-policy/settlement-policy.rules';
import { resettle } from './engines.rules';
import { SettlementKind } from './settlement.entity';
import { decidedById } from './settlement.loader';
import type { SettlementReplay } from './settlement-layer.entity';
import { settlementRefusals } from './settlement-refusals.rules';
import { inputHash } from './stored-input.rules';

export async function replaySettlement(context: Context, id: string): Promise<SettlementReplay> {
  checkId(id, '结算 settlement');
  const found = await decidedById.load(context, id);
  if (!found) throw commonRefusals.notFound({ what: '结算 settlement' });
  // A strike is a copy: what it copies is what was worked out.
  const of = found.kind === SettlementKind.strike ? await decidedById.load(context, found.strikesId ?? '') : found;
  if (!of) throw commonRefusals.notFound({ what: '结算 settlement' });
  if (!of.input) throw settlementRefusals.inputNotKept({ engineVersion: of.engineVersion });
  const { earlier } = of.input;
  const pack = await readAnew(context, { id: of.policyId, hash: of.packHash });
  const earlierPack = earlier ? await readAnew(context, { id: earlier.policyId, hash: earlier.packHash }) : null;
  const again = resettle(of.engineVersion, pack, of.input, earlierPack);
  if (!again) throw settlementRefusals.engineUnknown({ engineVersion: of.engineVersion });
  const { engineVersion, outcome } = of;
  return {
    engineVersion,
    packHash: of.packHash,
    packName: pack.name,
    inputHash: inputHash(of.input),
    outcomeHash: contentHash(outcome),
    replayedHash: contentHash(again.outcome),
    identical: canonicalJson(outcome) === canonicalJson(again.outcome),
  };
}

/** Read anew and not from memory: whoever changes a byte of it is found out here. */
async function readAnew({ inScope }: Context, { id, hash }: { id: string; hash: string }): Promise<PolicyPack> {
  const [pack] = await inScope.read(
    (rows) => rows.query<{ name: string; content: object }>('select name, content from funds.pack where id = $1', [id]),
    'public',
  );
  if (!pack || packHash(pack.content) !== hash)
    throw settlementRefusals.packAltered({ name: pack?.name ?? '', packHash: hash });
  return parsePolicyPack(pack.content);
}
