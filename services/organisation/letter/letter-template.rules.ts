// A letter template (责任书文本): the seven duties of a year, each measured by lines of the obligation pack, with its weight.
import { z } from 'zod';
import type { PackFlaw, PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';
import type { Refusal } from '#platform/vocabulary/refusal';
import { letterRefusals as refusals } from './letter-refusals.rules';

export const duties = [
  'strengthen-forces',
  'identify-and-exit',
  'manage-projects',
  'keep-funds-safe',
  'complete-the-floor',
  'hold-helpers',
  'supervise',
] as const;
export type DutyCode = (typeof duties)[number];

const duty = z.strictObject({
  duty: z.enum(duties),
  title: bilingual,
  weight: z.int().min(0).max(100),
  lines: z.array(z.string()).min(1),
});

const schema = z.strictObject({
  ...packHead,
  /** what an obligation fulfilled after its time still counts, as a share */
  late: z.string().regex(/^(0(\.\d{1,2})?|1)$/),
  duties: z.array(duty),
});

export type LetterTemplate = z.infer<typeof schema>;
export type LetterTerm = z.infer<typeof duty>;

/** A year has its template. */
export const letterKind: PackKind<LetterTemplate> = {
  subgraph: 'organisation',
  kind: 'letter',
  title: { zh: '责任书文本', en: 'letter template' },
  schema,
  startsOn: 'year',
};

/** What its schema cannot see: which obligations there are. */
export function flawsOfTerms(template: LetterTemplate, knownLines: ReadonlySet<string>): PackFlaw[] {
  try {
    checkTerms(template.duties, knownLines);
    return [];
  } catch (refused) {
    const { zh, en } = (refused as Refusal).text;
    return [{ path: 'duties', zh, en }];
  }
}

/** Each of the seven duties once, each by known lines, and weights that make 100. */
export function checkTerms(
  terms: readonly Pick<LetterTerm, 'duty' | 'weight' | 'lines'>[],
  knownLines: ReadonlySet<string>,
): void {
  for (const code of duties)
    if (terms.filter((term) => term.duty === code).length !== 1) throw refusals.letterDuties({ duty: code });
  for (const { duty: code, lines, weight } of terms) {
    const unknown = lines.find((line, at) => !knownLines.has(line) || lines.indexOf(line) !== at);
    if (unknown !== undefined || lines.length === 0) throw refusals.letterLine({ duty: code, line: unknown ?? '' });
    if (!Number.isInteger(weight) || weight < 0) throw refusals.letterWeights({ sum: weight });
  }
  const sum = terms.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100) throw refusals.letterWeights({ sum });
}
