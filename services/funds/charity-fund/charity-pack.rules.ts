// The rules of charity funds (扶贫基金规则包): what each legal form spends and may cost in a year, the council's quorum, and when a year is reported.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { bilingual, packHead } from '#platform/vocabulary/pack-shape';

/** 社会团体、基金会、社会服务机构. */
export enum LegalForm {
  association = 'association',
  foundation = 'foundation',
  serviceInstitution = 'service-institution',
}

const code = z.string().regex(/^[a-z][a-z-]{1,40}$/);
const rate = z.string().regex(/^(0\.\d{1,4}|1)$/, '比例须为 0 至 1 的小数 · a rate is a decimal up to one');
const yuan = z
  .string()
  .regex(/^(0|[1-9]\d{0,12})\.\d\d$/, '金额须为元，两位小数 · an amount is yuan with two decimals');
const part = z.int().min(1).max(100);

const standard = z.strictObject({
  form: z.enum(LegalForm),
  publicRaising: z.boolean(),
  /** net assets at the end of the year before, from which this holds */
  netAssetsFrom: yuan,
  /** all of them must be reached */
  spending: z.array(z.strictObject({ of: z.enum(['income', 'net-assets']), rate })).min(1),
  /** of the year's whole spending */
  administration: rate,
  source: z.string(),
});

const shape = z.strictObject({
  ...packHead,
  assumed: z.array(bilingual).min(1),
  undesignatedPurpose: code,
  administrationPurpose: code,
  council: z
    .strictObject({ quorum: part, quorumOf: part, majority: part, majorityOf: part, source: z.string() })
    .refine(
      (each) => each.quorum <= each.quorumOf && each.majority < each.majorityOf,
      '须为真分数 · a proper fraction',
    ),
  report: z.strictObject({
    dueMonth: z.int().min(1).max(12),
    dueDay: z.int().min(1).max(28).or(z.literal(31)),
    source: z.string(),
  }),
  /** administration below this is not judged by its share */
  smallAdministration: z.strictObject({ below: yuan, source: z.string() }),
  standards: z.array(standard).min(1),
});

export type CharityPack = z.infer<typeof shape>;
export type CharityStandard = CharityPack['standards'][number];

const checked = shape.superRefine(({ source, council, report, smallAdministration, standards }, context) => {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const keys = new Set(source.map(({ key }) => key));
  const cited = [council, report, smallAdministration, ...standards].map((each) => each.source);
  if (cited.some((key) => !keys.has(key))) refuse(['source'], '来源未列 · a source is not listed');
  const tiers = standards.map((each) => `${each.form} ${each.publicRaising} ${each.netAssetsFrom}`);
  if (new Set(tiers).size < tiers.length) refuse(['standards'], '档次重复 · a tier stands twice');
  for (const form of Object.values(LegalForm))
    for (const publicRaising of [true, false])
      if (!tiers.includes(`${form} ${publicRaising} 0.00`))
        refuse(['standards'], '每种组织须有自零起的一档 · each kind of organisation has a tier from zero');
});

export const charityPackKind: PackKind<CharityPack> = {
  subgraph: 'funds',
  kind: 'charity-rules',
  title: { zh: '扶贫基金规则', en: 'rules of charity funds' },
  schema: checked,
  startsOn: 'day',
};
