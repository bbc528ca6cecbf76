// What is refused of lists of dibao.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const dibaoRefusals = {
  dibaoListStands: refusal(
    'DIBAO_LIST_STANDS',
    '该地区 {asOf} 的名单已登记',
    'The list of {asOf} of this region is recorded already',
  ),
  dibaoListSize: refusal('DIBAO_LIST_SIZE', '一次 1 至 {most} 人', 'From 1 to {most} people at once'),
  dibaoEntryRepeated: refusal(
    'DIBAO_ENTRY_REPEATED',
    '名单内身份证号重复：{field}',
    'An identity number stands twice in the list: {field}',
  ),
  dibaoEntryElsewhere: refusal(
    'DIBAO_ENTRY_ELSEWHERE',
    '不在名单地区内的村（居）：{field}',
    'This village does not lie in the region of the list: {field}',
  ),
} satisfies Record<string, RefusalMaker>;
