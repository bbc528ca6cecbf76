// The words that the national export (全国系统导出表) writes for codes: the first is the one that we write, the others are read as well.
type Words = readonly (readonly [code: string, ...words: string[]])[];
export type WordList =
  | 'type'
  | 'cause'
  | 'relation'
  | 'ethnicity'
  | 'education'
  | 'schooling'
  | 'health'
  | 'labour'
  | 'workPlace'
  | 'state';

export const sheetWords: Readonly<Record<WordList, Words>> = {
  // From 2016 on (国发〔2016〕14号) 五保 is written 特困供养.
  type: [
    ['general-poor', '一般贫困户', '一般农户', '一般'],
    ['dibao', '低保户', '低保'],
    ['wubao', '五保户', '五保', '五保贫困户', '特困供养户', '特困供养贫困户', '特困'],
    ['dibao-poor', '低保贫困户'],
  ],
  cause: [
    ['illness', '因病'],
    ['disability', '因残'],
    ['schooling', '因学'],
    ['disaster', '因灾'],
    ['lack-of-land', '缺土地'],
    ['lack-of-water', '缺水'],
    ['lack-of-skill', '缺技术'],
    ['lack-of-labour', '缺劳力', '缺劳动力'],
    ['lack-of-funds', '缺资金'],
    ['poor-transport', '交通条件落后'],
    ['lack-of-motivation', '自身发展动力不足', '自身发展力不足'],
    ['other', '其它', '其他'],
  ],
  relation: [
    ['head', '户主', '本人'],
    ['spouse', '配偶', '妻', '丈夫', '妻子'],
    ['child', '子女', '之子', '之女', '长子', '次子', '三子', '长女', '次女', '三女', '独生子', '独生女'],
    ['child-in-law', '子女配偶', '之儿媳', '之女婿', '儿媳', '女婿'],
    ['grandchild', '孙子女', '之孙子', '之孙女', '之外孙子', '之外孙女', '之曾孙子', '之曾孙女'],
    ['parent', '父母', '之父', '之母'],
    ['parent-in-law', '配偶父母', '之岳父', '之岳母', '之公公', '之婆婆'],
    ['grandparent', '祖父母', '之祖父', '之祖母', '之外祖父', '之外祖母'],
    ['sibling', '兄弟姐妹', '之兄弟姐妹', '之兄', '之弟', '之姐', '之妹'],
    ['other', '其他', '其它', '之侄儿', '之侄女', '之叔伯'],
  ],
  ethnicity: [
    ['han', '汉族', '汉'],
    ['hui', '回族', '回'],
    ['manchu', '满族'],
    ['mongol', '蒙古族'],
    ['korean', '朝鲜族'],
    ['zhuang', '壮族'],
    ['miao', '苗族'],
    ['yi', '彝族'],
    ['tujia', '土家族'],
    ['dong', '侗族'],
    ['yao', '瑶族'],
    ['buyi', '布依族'],
    ['uyghur', '维吾尔族'],
    ['tibetan', '藏族'],
    ['other', '其他', '其它'],
  ],
  education: [
    ['illiterate', '文盲或半文盲', '文盲', '半文盲'],
    ['primary', '小学'],
    ['junior-middle', '初中'],
    ['senior-middle', '高中'],
    ['vocational', '中专', '技校', '中职'],
    ['college', '大专', '高职'],
    ['university', '本科及以上', '本科', '大学'],
    ['pre-school', '学龄前儿童', '学龄前'],
  ],
  schooling: [
    ['not-in-school', '非在校生', '非在校'],
    ['pre-school', '学前教育'],
    ['primary', '小学'],
    ['grade-seven', '七年级', '初中一年级'],
    ['grade-eight', '八年级', '初中二年级'],
    ['grade-nine', '九年级', '初中三年级'],
    ['senior-one', '高中一年级', '普通高中一年级'],
    ['senior-two', '高中二年级', '普通高中二年级'],
    ['senior-three', '高中三年级', '普通高中三年级'],
    ['vocational-one', '中职一年级'],
    ['vocational-two', '中职二年级'],
    ['vocational-three', '中职三年级'],
    ['higher-vocational', '高职高专', '高职高专一年级', '高职高专二年级', '高职高专三年级'],
    ['university', '本科及以上', '本科一年级', '本科二年级', '本科三年级', '本科四年级', '硕士研究生及以上'],
  ],
  health: [
    ['healthy', '健康'],
    ['chronic-illness', '长期慢性病'],
    ['serious-illness', '患有大病', '大病'],
    ['disabled', '残疾', '残疾人'],
  ],
  labour: [
    ['ordinary', '普通劳动力'],
    ['skilled', '技能劳动力'],
    ['lost', '丧失劳动力'],
    ['none', '无劳动力'],
  ],
  workPlace: [
    ['none', '未务工', '无'],
    ['in-town', '乡（镇）内务工', '乡(镇)内务工'],
    ['in-county', '乡（镇）外县内务工', '乡(镇)外县内务工'],
    ['in-province', '县外省内务工'],
    ['outside-province', '省外务工'],
  ],
  // 已脱贫 alone says nothing of the policies, which then continue (assumed: they did in Shandong in 2018).
  state: [
    ['not-lifted', '未脱贫'],
    ['planned-exit', '预脱贫'],
    [
      'lifted-with-policies',
      '脱贫（享受政策）',
      '脱贫(享受政策)',
      '已脱贫(享受政策)',
      '已脱贫（享受政策）',
      '已脱贫',
      '脱贫享受政策',
    ],
    [
      'lifted-policies-ended',
      '脱贫（不再享受政策）',
      '脱贫(不再享受政策)',
      '已脱贫(不享受政策)',
      '已脱贫（不享受政策）',
      '脱贫不再享受政策',
    ],
    ['returned', '返贫'],
    ['newly-identified', '新识别'],
  ],
};

export const wordOf: Readonly<Record<WordList, ReadonlyMap<string, string>>> = maps((code, [word = '']) => [
  [code, word],
]);
export const codeOf: Readonly<Record<WordList, ReadonlyMap<string, string>>> = maps((code, words) =>
  words.map((word) => [word, code]),
);

function maps(pairs: (code: string, words: readonly string[]) => [string, string][]) {
  return Object.fromEntries(
    Object.entries(sheetWords).map(([list, all]) => [
      list,
      new Map(all.flatMap(([code, ...words]) => pairs(code, words))),
    ]),
  ) as Record<WordList, Map<string, string>>;
}

/** What the form asks as yes or no. */
export const yesOrNo: ReadonlyMap<string, boolean> = new Map([
  ['是', true],
  ['否', false],
  ['有', true],
  ['无', false],
]);
