// Drafts a responsibility letter (拟定责任书) from the year's template, or amends one by a new version; the superior does both.
import { newId } from '#platform/database/new-id';
import type { Context } from '#platform/graph/context';
import { brokenConstraint } from '#platform/graph/errors';
import { obligationBook } from '#platform/graph/obligation-book';
import { type PackInForce, packOn } from '#platform/graph/pack/pack-in-force';
import { isId } from '#platform/vocabulary/id';
import { commonRefusals, invalidInput } from '#platform/vocabulary/refusal';
import { Region } from '../region/region.entity';
import type { LetterInput } from './letter.input';
import { checkDrafter } from './letter.rules';
import { letterRefusals as refusals } from './letter-refusals.rules';
import { checkTerms, type LetterTemplate, type LetterTerm, letterKind } from './letter-template.rules';
import { ResponsibilityLetter } from './responsibility-letter.entity';

export async function draftLetter(context: Context, input: LetterInput): Promise<string> {
  const { caller, inScope } = context;
  const { regionId, year, documentNumber } = input;
  const reason = input.reason?.trim() || null;
  const template = await templateOf(context, year);
  const terms = termsOf(input, template.content, await knownLines(context));
  const notFound = () => commonRefusals.notFound({ what: '地区 region' });
  if (!isId(regionId) || (await inScope.pathWithin(regionId)) === null) throw notFound();
  const id = newId();
  try {
    await inScope.write({ action: 'draftLetter', target: id, facts: { regionId, year } }, async (rows) => {
      const region = await rows.manager.findOneBy(Region, { id: regionId });
      if (!region) throw notFound();
      checkDrafter(region, caller);
      const [{ version = 0 } = {}] = await rows.query<{ version?: number }>(
        'select max(version) as version from organisation.responsibility_letter where region_id = $1 and year = $2',
        [regionId, year],
      );
      const next = Number(version ?? 0) + 1;
      if (next > 1 && (!reason || reason.length < 2 || reason.length > 500))
        throw invalidInput(
          'reason',
          '修订须说明原因，2 至 500 字',
          'an amendment needs a reason of 2 to 500 characters',
        );
      await rows.manager.insert(ResponsibilityLetter, {
        id,
        regionId,
        path: region.path,
        year,
        version: next,
        documentNumber,
        templateName: template.content.name,
        templateHash: template.hash,
        duties: terms,
        reason: next > 1 ? reason : null,
        draftedBy: caller.personId as string,
        draftedAt: await rows.now(),
      });
    });
  } catch (error) {
    if (brokenConstraint(error) === 'responsibility_letter_once') throw refusals.letterDraftedMeanwhile();
    throw error;
  }
  return id;
}

async function templateOf({ inScope }: Context, year: number): Promise<PackInForce<LetterTemplate>> {
  if (year < 2000 || year > 9999) throw refusals.noLetterTemplate({ year });
  const found = await inScope.read((rows) => packOn(rows, letterKind, `${year}-01-01`), 'public');
  if (!found) throw refusals.noLetterTemplate({ year });
  return found;
}

function termsOf({ duties }: LetterInput, template: LetterTemplate, known: ReadonlySet<string>): LetterTerm[] {
  if (!duties) return template.duties;
  checkTerms(duties as Pick<LetterTerm, 'duty' | 'weight' | 'lines'>[], known);
  return template.duties.map((term) => {
    const { weight, lines } = duties.find(({ duty }) => duty === term.duty) ?? term;
    return { ...term, weight, lines };
  });
}

export async function knownLines(context: Context): Promise<ReadonlySet<string>> {
  return new Set((await obligationBook(context)).lines.map(({ code }) => code));
}
