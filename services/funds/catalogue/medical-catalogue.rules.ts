// The medical catalogue (医保目录): what each item code is, in which class, what of it is first borne, and up to which price or ceiling it is in policy.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

const yuan = z
  .string()
  .regex(
    /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/,
    '金额须为元的文本，至多两位小数 · an amount is a text of yuan with at most two decimals',
  );
const share = z
  .string()
  .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, '比例须为 0 至 1 的小数文本 · a share is a decimal text from 0 to 1');

export const itemKinds = ['drug', 'service', 'exam', 'implant', 'bed'] as const;

const item = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/, '项目编码须为字母、数字与连字符 · an item code is letters, digits, hyphens'),
  name: z.string().min(1).max(100),
  kind: z.enum(itemKinds),
  feeClass: z.enum(['a', 'b', 'c']),
  /** of class B: what the patient bears first (先行自付) */
  firstBorne: share.nullable(),
  /** of one piece; what is above is out of policy (超限价) */
  priceLimit: yuan.nullable(),
  /** the ceiling that it counts under */
  ceiling: z.string().min(1).nullable(),
});

/** One limit for a group of items in a stay (耗材、大型检查限额); what is above is out of policy, for a later layer. */
const ceiling = z.strictObject({ name: z.string().min(1), title: bilingual, perStay: yuan });

const schema = z.strictObject({ ...packHead, ceilings: z.array(ceiling), items: z.array(item).min(1) });

export type MedicalCatalogue = z.infer<typeof schema>;
export type CatalogueItem = MedicalCatalogue['items'][number];

const checked = schema.superRefine(({ items, ceilings }, context) => {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const codes = new Set<string>();
  const known = new Set(ceilings.map(({ name }) => name));
  items.forEach(({ code, feeClass, firstBorne, ceiling: under }, at) => {
    if (codes.has(code)) refuse(['items', at, 'code'], '项目编码重复', 'a code stands twice');
    codes.add(code);
    if ((feeClass === 'b') !== (firstBorne !== null))
      refuse(
        ['items', at, 'firstBorne'],
        '乙类且仅乙类有先行自付比例',
        'class B, and nothing else, is first borne in part',
      );
    if (under !== null && !known.has(under)) refuse(['items', at, 'ceiling'], '限额未列', 'the ceiling is not listed');
  });
});

export const medicalCatalogueKind: PackKind<MedicalCatalogue> = {
  subgraph: 'funds',
  kind: 'medical-catalogue',
  title: { zh: '医保目录', en: 'medical catalogue' },
  schema: checked,
  startsOn: 'day',
};
