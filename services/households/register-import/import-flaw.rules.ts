// What can be wrong in a row of a register sheet (表中错误): a code that a program knows and a text that a clerk does, never with what stood in the cell.
export interface ImportFlaw {
  line: number;
  /** place of the column, from 0; -1 for the row as a whole */
  at: number;
  title: string;
  code: FlawCode;
}

export const flawTexts = {
  VILLAGE_UNKNOWN: ['您的范围内没有此村（居）', 'there is no such village in your scope'],
  CELL_EMPTY: ['不能为空', 'may not be empty'],
  CELL_ILL: ['内容不合要求', 'is not what is asked for here'],
  CELL_DIFFERS: ['与本户户主所在行不一致', 'differs from the row of the head of this household'],
  CELL_FORBIDDEN: ['您无权填写此项', 'this is not yours to tell'],
  CODE_UNKNOWN: ['不是规定的选项', 'is none of the words of this list'],
  ID_ILL: ['证件号码不是 18 位或校验位不正确', 'is not 18 places with a right check digit'],
  ID_REPEATED: ['证件号码在表中重复', 'this number stands twice in the sheet'],
  ID_KNOWN: ['此人在您的范围内已建档', 'this person is registered in your scope already'],
  NUMBER_KNOWN: ['此户编号在您的范围内已导入', 'this household was imported in your scope already'],
  HEAD_MISSING: ['本户没有户主', 'this household has no head'],
  HEAD_NOT_ONE: ['本户不止一名户主', 'this household has more than one head'],
  HOUSEHOLD_SPLIT: ['同一户的各行须相连', 'rows of one household stand together'],
  SIZE_DIFFERS: ['人数与本户行数不一致', 'is not the number of rows of this household'],
  SIGNATURE_ILL: [
    '本行的系统信息缺失或被改动，请从原表复制',
    'what the system wrote in this row is missing or was changed',
  ],
  ROW_UNKNOWN: ['此行在您的范围内不存在', 'there is no such row in your scope'],
} as const;

export type FlawCode = keyof typeof flawTexts;
