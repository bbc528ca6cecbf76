// A letter template (责任书文本): the seven duties of a year, each measured by lines of the obligation pack, with its weight.
import { z } from 'zod';
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

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const duty = z.strictObject({
  duty: z.enum(duties),
  title: bilingual,
  weight: z.int().min(0).max(100),
  lines: z.array(z.string()).min(1),
});

const schema = z.strictObject({
  name: z.string().min(1),
  year: z.int().min(2016).max(2100),
  title: bilingual,
  /** what an obligation fulfilled after its time still counts, as a share */
  late: z.string().regex(/^(0(\.\d{1,2})?|1)$/),
  source: z.array(z.strictObject({ key: z.string().min(1), title: bilingual, address: z.url().nullable() })),
  assumed: z.array(bilingual),
  duties: z.array(duty),
});

export type LetterTemplate = z.infer<typeof schema>;
export type LetterTerm = z.infer<typeof duty>;

export function parseLetterTemplate(json: unknown, knownLines: ReadonlySet<string>): LetterTemplate {
  const template = schema.parse(json);
  checkTerms(template.duties, knownLines);
  return template;
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
