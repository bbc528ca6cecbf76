// What money of each book may be used for (资金用途): six spending directions, subjects of the budget, purposes by book, and what has a channel of its own.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

/** 财政专项、行业与整合、社会捐赠、医疗结算: books that never cross. */
export enum Book {
  special = 'special',
  integrated = 'integrated',
  donation = 'donation',
  medical = 'medical',
}

export enum PaymentWay {
  direct = 'direct',
  authorised = 'authorised',
}

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, '代码须为小写字母、数字与连字符 · a code is of lower case, digits and hyphens');
const named = z.strictObject({ code, title: bilingual, source: z.string() });

const shape = z.strictObject({
  ...packHead,
  directions: z.array(named).min(1),
  budgetSubjects: z.array(named).min(1),
  purposes: z
    .array(
      z.strictObject({
        ...named.shape,
        books: z.array(z.enum(Book)).min(1),
        direction: code.nullable(),
        budgetSubject: code.nullable(),
        /** what a notice has to cite before it may be for this */
        requires: z.literal('provincial-document').nullable(),
      }),
    )
    .min(1),
  ownChannels: z.array(z.strictObject({ purpose: code, title: bilingual, channel: bilingual, source: z.string() })),
});

export type FundUsePack = z.infer<typeof shape>;

const checked = shape.superRefine((pack, context) => {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const keys = new Set(pack.source.map(({ key }) => key));
  for (const list of ['directions', 'budgetSubjects', 'purposes', 'ownChannels'] as const)
    pack[list].forEach(({ source }, at) => {
      if (!keys.has(source)) refuse([list, at, 'source'], '来源未列', 'the source is not listed');
    });
  const directions = new Set(pack.directions.map((each) => each.code));
  const subjects = new Set(pack.budgetSubjects.map((each) => each.code));
  const own = new Set(pack.ownChannels.map(({ purpose }) => purpose));
  const seen = new Set<string>();
  pack.purposes.forEach((purpose, at) => {
    const path = ['purposes', at];
    if (seen.has(purpose.code)) refuse([...path, 'code'], '用途重复', 'a purpose stands twice');
    seen.add(purpose.code);
    const { direction, budgetSubject, books } = purpose;
    if (direction !== null && !directions.has(direction))
      refuse([...path, 'direction'], '支出方向未列', 'the direction is not listed');
    if (budgetSubject !== null && !subjects.has(budgetSubject))
      refuse([...path, 'budgetSubject'], '预算科目未列', 'the subject is not listed');
    if (books.includes(Book.special) && (direction === null || budgetSubject === null))
      refuse(path, '专项资金用途须有支出方向与科目', 'a purpose of special funds has a direction and a subject');
    if (books.includes(Book.special) && own.has(purpose.code))
      refuse([...path, 'books'], '另有渠道的不得列专项', 'what has its own channel is not paid from special funds');
  });
});

export const fundUseKind: PackKind<FundUsePack> = {
  subgraph: 'funds',
  kind: 'fund-use',
  title: { zh: '资金用途', en: 'uses of funds' },
  schema: checked,
  startsOn: 'day',
};
