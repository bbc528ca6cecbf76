// A checklist as a pack (考核清单规则包): one version of a year's document with each of its tasks, weights, deadlines, formulas and articles.
import { z } from 'zod';
import type { PackKind } from '#platform/vocabulary/pack';
import { day, packHead } from '#platform/vocabulary/pack-shape';
import { itemFormula } from './item-formula.rules';

const text = z.string().min(1).max(500);
const item = {
  code: z
    .string()
    .regex(
      /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/,
      '编号须为大写字母、数字与连字符 · a code is in capitals, digits and hyphens',
    ),
  title: text,
  standard: text,
  weight: z.int().min(1).max(100),
  deadline: day,
  evidence: text,
  formula: itemFormula,
  /** the article of the document that it is taken from */
  article: text,
};

const document = z.strictObject({
  number: z.string().min(2).max(100),
  issuer: text,
  title: text,
  text: z.string().min(1).max(5000),
  version: z.int().min(1),
  issuedOn: day,
  /** how many tasks the document says that it has */
  tasks: z.int().min(1),
});

const unitSchema = z.strictObject({
  ...packHead,
  document,
  items: z.array(z.strictObject({ ...item, unit: z.string().min(1) })).min(1),
});
const regionSchema = z.strictObject({
  ...packHead,
  document,
  items: z.array(z.strictObject({ ...item, level: z.enum(['district', 'town']), duty: z.string().min(1) })).min(1),
});

export type UnitChecklist = z.infer<typeof unitSchema>;
export type RegionChecklist = z.infer<typeof regionSchema>;
export type ChecklistContent = UnitChecklist | RegionChecklist;

/** As many tasks as the document says, each code once, each deadline in its year, and of each owner 100 points. */
function check(pack: ChecklistContent, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], zh: string, en: string) =>
    context.addIssue({ code: 'custom', path, message: `${zh} · ${en}` });
  const { document: told, items, effectiveFrom } = pack;
  const year = effectiveFrom.slice(0, 4);
  if (told.tasks !== items.length)
    refuse(
      ['document', 'tasks'],
      `文件载明 ${told.tasks} 项，清单有 ${items.length} 项`,
      `the document has ${told.tasks} tasks, the list ${items.length}`,
    );
  const weights = new Map<string, number>();
  const codes = new Set<string>();
  items.forEach((each, at) => {
    if (codes.has(each.code)) refuse(['items', at, 'code'], '编号重复', 'two tasks have one code');
    codes.add(each.code);
    if (!each.deadline.startsWith(`${year}-`))
      refuse(['items', at, 'deadline'], '时限须在该年度内', 'a deadline lies in the year');
    const owner = ownerOf(each);
    weights.set(owner, (weights.get(owner) ?? 0) + each.weight);
  });
  for (const [owner, sum] of weights)
    if (sum !== 100)
      refuse(
        ['items'],
        `${owner} 的分值合计须为 100，现为 ${sum}`,
        `the weights of ${owner} make 100, they make ${sum}`,
      );
}

const ownerOf = (each: ChecklistContent['items'][number]) => ('unit' in each ? each.unit : each.level);

/** What is counted by the quarter changes with a quarter. */
export const unitChecklistKind: PackKind<UnitChecklist> = {
  subgraph: 'assessments',
  kind: 'checklist-unit',
  title: { zh: '成员单位考核清单', en: 'checklist of member units' },
  schema: unitSchema.superRefine(check),
  startsOn: 'quarter',
};

export const regionChecklistKind: PackKind<RegionChecklist> = {
  subgraph: 'assessments',
  kind: 'checklist-region',
  title: { zh: '区、功能区和乡镇考核清单', en: 'checklist of districts, zones and towns' },
  schema: regionSchema.superRefine(check),
  startsOn: 'quarter',
};

export const checklistKinds = [unitChecklistKind, regionChecklistKind];

export const isChecklist = (kind: string) => checklistKinds.some((each) => each.kind === kind);
