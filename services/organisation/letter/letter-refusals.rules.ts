// What is refused about responsibility letters (责任书): a code that is never renamed, and why, in Chinese and English.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const letterRefusals = {
  noLetterTemplate: refusal(
    'NO_LETTER_TEMPLATE',
    '{year} 年没有责任书文本',
    'There is no template of responsibility letters for {year}',
  ),
  letterDuties: refusal(
    'LETTER_DUTIES',
    '责任书须有七项责任，各一次：{duty}',
    'A letter has each of the seven duties once: {duty}',
  ),
  letterLine: refusal(
    'LETTER_LINE',
    '责任 {duty} 须由不重复的已知事项衡量：{line}',
    'The duty {duty} is measured by known obligations, each once: {line}',
  ),
  letterWeights: refusal(
    'LETTER_WEIGHTS',
    '七项责任的分值合计须为 100：{sum}',
    'The weights of the seven duties make 100: {sum}',
  ),
  letterNotForKind: refusal(
    'LETTER_NOT_FOR_KIND',
    '责任书由区、功能区、镇街签订，不由 {kind} 签订',
    'Districts, zones, towns and streets sign a letter, a {kind} does not',
  ),
  letterNotYours: refusal(
    'LETTER_NOT_YOURS',
    '责任书由上级拟定，由本地区和直接上级的负责人签字',
    'A letter is drafted by the superior and signed by the officers of the region and of the region directly above',
  ),
  letterSigned: refusal('LETTER_SIGNED', '该方已签字', 'This side has signed already'),
  letterSuperseded: refusal(
    'LETTER_SUPERSEDED',
    '已有更新的版本，此版不再签字',
    'There is a newer version, so this one is signed no more',
  ),
  letterRegionFirst: refusal(
    'LETTER_REGION_FIRST',
    '本地区签字后，上级方可签字',
    'The region signs before its superior',
  ),
  letterTwoHands: refusal(
    'LETTER_TWO_HANDS',
    '双方须由不同的人签字',
    'The two sides of a letter are signed by two different people',
  ),
  letterDraftedMeanwhile: refusal(
    'LETTER_DRAFTED_MEANWHILE',
    '该地区该年度的责任书刚被他人拟定，请重新查看',
    'Somebody else drafted a version for this region and year just now, look again',
  ),
} satisfies Record<string, RefusalMaker>;
