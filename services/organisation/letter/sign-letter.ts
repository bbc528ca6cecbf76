// Signs a responsibility letter (签订责任书): the region's officer first, then the superior, who is another person; the second makes it binding.
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { checkId } from '#platform/vocabulary/id';
import { commonRefusals } from '#platform/vocabulary/refusal';
import { Region } from '../region/region.entity';
import { type Signed, sideToSign } from './letter.rules';
import { letterRefusals as refusals } from './letter-refusals.rules';
import { ResponsibilityLetter } from './responsibility-letter.entity';

export async function signLetter({ caller, inScope }: Context<never>, id: string): Promise<string> {
  const what = '责任书 responsibility letter';
  checkId(id, what);
  try {
    return await inScope.write({ action: 'signLetter', target: id }, async (rows) => {
      const letter = await rows.manager.findOneBy(ResponsibilityLetter, { id });
      const region = letter && (await rows.manager.findOneBy(Region, { id: letter.regionId }));
      if (!letter || !region) throw commonRefusals.notFound({ what });
      const signed = await rows.query<Signed>(
        'select signed_by as "signedBy", principal_id as "principalId", side from organisation.letter_signature where letter_id = $1',
        [id],
      );
      const [newer] = await rows.query(
        'select 1 from organisation.responsibility_letter where region_id = $1 and year = $2 and version > $3',
        [letter.regionId, letter.year, letter.version],
      );
      const side = sideToSign(region, caller, signed, !newer);
      rows.deed.facts = { side };
      await rows.query(
        `insert into organisation.letter_signature (letter_id, region_id, path, side, after_side, signed_by, signed_at, principal_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          letter.regionId,
          letter.path,
          side,
          side === 'superior' ? 'region' : null,
          caller.personId,
          await rows.now(),
          caller.principalId,
        ],
      );
      return id;
    });
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === 'letter_signature_two_hands') throw refusals.letterTwoHands();
    if (broken === 'letter_signature_once') throw refusals.letterSigned();
    throw error;
  }
}
