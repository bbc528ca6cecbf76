// Tells what the database found of a notice's use (用途校验): by the pack in force, the book, and the line that it is a part of.
import { commonRefusals } from '#platform/vocabulary/refusal';
import { booksRefusals } from '../book/books-refusals.rules';

const uses: Readonly<Record<string, { zh: string; en: string }>> = {
  'no-pack': { zh: '当日没有生效的用途规则包', en: 'no pack of uses is in force on that day' },
  'own-channel': {
    zh: '另有资金渠道的支出不得使用财政专项资金',
    en: 'what has a channel of its own is not paid from special funds',
  },
  'purpose-not-of-book': { zh: '该资金账类不得用于此用途', en: 'money of this book is not for this purpose' },
  'provincial-document': {
    zh: '须注明所依据的省级文件',
    en: 'the provincial document that it rests on has to be cited',
  },
  'direction-unknown': { zh: '支出方向未列入规则包', en: 'the spending direction is not in the pack' },
  'subject-unknown': { zh: '预算科目未列入规则包', en: 'the budget subject is not in the pack' },
};

const parents: Readonly<Record<string, { zh: string; en: string }>> = {
  'parents-mixed': { zh: '各行须都有或都无上级指标行', en: 'all lines of a notice have a parent line, or none has' },
  'parent-book': { zh: '须与上级指标行同一资金账类', en: 'a part is of the book of the whole' },
  'parent-source': { zh: '来源级次须与上级指标行一致', en: 'a part comes from the level of the whole' },
  'parent-direction': { zh: '支出方向须与上级指标行一致', en: 'a part has the spending direction of the whole' },
  'parent-year': { zh: '预算年度不得早于上级指标行', en: 'a part is not of an earlier year than the whole' },
  'parent-region': {
    zh: '分解须在上级指标行的地区之内，结转须在原地区',
    en: 'a part stays within the region of the whole, and what is carried over in the very region',
  },
};

export function tellUse(verdict: string): void {
  if (verdict === 'done') return;
  const use = uses[verdict];
  if (use) throw booksRefusals.fundUse({ reason: verdict, ...use });
  const parent = parents[verdict];
  if (parent) throw booksRefusals.parentLine({ reason: verdict, ...parent });
  if (verdict === 'parent-unknown') throw commonRefusals.notFound({ what: '上级指标行 parent line' });
  throw commonRefusals.notFound({ what: '地区 region' });
}
