// Profiles of banks' files (银行文件格式): how a bank wants an order and how it answers; dated data, because each bank has its own.
import { z } from 'zod';
import { packHash } from '#platform/vocabulary/canonical';
import { bilingual, day, sources } from '#platform/vocabulary/pack-shape';

/** What a field of a record holds; `mark` is a text of the profile itself, `blank` nothing. */
export const heldFacts = [
  'mark',
  'blank',
  'batch',
  'kind',
  'day',
  'purpose',
  'count',
  'total',
  'reference',
  'payee',
  'card',
  'bank',
  'amount',
  'direction',
  'result',
] as const;
export type HeldFact = (typeof heldFacts)[number];

const field = z.strictObject({
  holds: z.enum(heldFacts),
  /** of a mark: what stands there */
  text: z.string().max(20).optional(),
  /** of a workbook: the heading of its column */
  title: z.string().max(30).optional(),
  /** of a fixed form: how many bytes */
  width: z.int().min(1).max(200).optional(),
  /** how an amount is written */
  money: z.enum(['yuan', 'fen']).optional(),
});
export type BankField = z.infer<typeof field>;

const layout = z.strictObject({ head: z.array(field), line: z.array(field).min(4), tail: z.array(field) });
export type BankLayout = z.infer<typeof layout>;

const schema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{4,40}$/),
    title: bilingual,
    effectiveFrom: day,
    source: sources,
    assumed: z.array(bilingual).min(1),
    form: z.enum(['delimited', 'fixed', 'workbook']),
    encoding: z.enum(['gb18030', 'utf-8']),
    delimiter: z.string().length(1).optional(),
    payment: layout,
    answer: layout,
    /** how the head of an answer tells an acknowledgement (回盘) from money that comes back (退票) */
    kinds: z.strictObject({ answer: z.string().min(1).max(10), return: z.string().min(1).max(10) }),
    directions: z.strictObject({ out: z.string().min(1).max(10), in: z.string().min(1).max(10) }),
    /** codes of results; `paid` is the one of success, the others say why not */
    paid: z.string().min(1).max(20),
    failures: z.record(z.string().min(1).max(20), bilingual),
  })
  .superRefine((profile, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    const fields = [profile.payment, profile.answer].flatMap(({ head, line, tail }) => [...head, ...line, ...tail]);
    if (profile.form === 'fixed' && fields.some(({ width }) => width === undefined))
      refuse('定长格式每个字段须有宽度 · every field of a fixed form has a width');
    if (profile.form === 'delimited' && profile.delimiter === undefined)
      refuse('分隔格式须有分隔符 · a delimited form has a delimiter');
    if (profile.form === 'workbook' && [...profile.payment.line, ...profile.answer.line].some(({ title }) => !title))
      refuse('工作簿每列须有标题 · every column of a workbook has a title');
    const holds = ({ head, line, tail }: BankLayout) => ({
      around: [...head, ...tail].map((each) => each.holds),
      line: line.map((each) => each.holds),
    });
    const [out, back] = [holds(profile.payment), holds(profile.answer)];
    const lacks = (has: readonly HeldFact[], wanted: readonly HeldFact[]) => wanted.some((fact) => !has.includes(fact));
    if (lacks(out.line, ['reference', 'payee', 'card', 'amount']) || lacks(out.around, ['batch', 'count', 'total']))
      refuse('付款文件缺少必要字段 · the order lacks a field that it needs');
    if (lacks(back.line, ['reference', 'card', 'amount', 'direction', 'result']))
      refuse('回盘逐行须有编号、卡号、金额、方向、结果 · an answer tells id, card, amount, direction and result');
    if (lacks(back.around, ['batch', 'kind', 'count', 'total']))
      refuse('回盘须有批次、类别、笔数、总额 · an answer tells its batch, kind, count and total');
    if (profile.paid in profile.failures || profile.kinds.answer === profile.kinds.return)
      refuse('代码重复 · a code means two things');
  });

export type BankProfile = z.infer<typeof schema> & { hash: string };

export function parseBankProfile(json: unknown): BankProfile {
  const profile = schema.parse(json);
  return { ...profile, hash: packHash(profile) };
}
