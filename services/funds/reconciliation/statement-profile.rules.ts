// Profiles of statements (对账单格式): under which headings treasury and banks tell day, voucher, amounts and balance; dated data, because each has its own.
import { z } from 'zod';
import { packHash } from '#platform/vocabulary/canonical';
import { bilingual, day, sources } from '#platform/vocabulary/pack-shape';

const column = z.strictObject({ title: z.string().min(1).max(30) });

const schema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9-]{4,40}$/),
    title: bilingual,
    effectiveFrom: day,
    source: sources,
    assumed: z.array(bilingual).min(1),
    form: z.enum(['delimited', 'workbook']),
    encoding: z.enum(['gb18030', 'utf-8']).optional(),
    delimiter: z.string().length(1).optional(),
    day: z.strictObject({ ...column.shape, form: z.enum(['yyyy-mm-dd', 'yyyymmdd', 'yyyy/mm/dd']) }),
    reference: column,
    in: column,
    out: column,
    balance: column,
    counterparty: column.optional(),
  })
  .superRefine((profile, context) => {
    if (profile.form === 'delimited' && (profile.encoding === undefined || profile.delimiter === undefined))
      context.addIssue({
        code: 'custom',
        message: '分隔格式须有编码与分隔符 · a delimited form has an encoding and a delimiter',
      });
  });

export type StatementProfile = z.infer<typeof schema> & { hash: string };

export function parseStatementProfile(json: unknown): StatementProfile {
  const profile = schema.parse(json);
  return { ...profile, hash: packHash(profile) };
}

export const headingsOf = (profile: StatementProfile): string[] =>
  [profile.day, profile.reference, profile.in, profile.out, profile.balance, profile.counterparty].flatMap(
    (column) => column?.title ?? [],
  );

/** Reading bytes is not the rules' business. */
export interface StatementFiles {
  read(profile: StatementProfile, bytes: Buffer): Promise<StatementRecord[]>;
}

export interface StatementRecord {
  line: number;
  cells: string[];
}
