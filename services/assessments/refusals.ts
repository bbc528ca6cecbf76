// What the assessments subgraph may refuse (拒绝): a code that is never renamed, and why, in Chinese and English.
import { refusal } from '#platform/vocabulary/refusal';

export const refusals = {
  scoringPackInvalid: refusal('SCORING_PACK_INVALID', '计分规则包有误，{field}：{zh}', 'The scoring pack is wrong at {field}: {en}'),
  lightPackInvalid: refusal('LIGHT_PACK_INVALID', '亮灯规则包有误，{field}：{zh}', 'The light pack is wrong at {field}: {en}'),
  indicatorInvalid: refusal(
    'INDICATOR_INVALID',
    '指标 {indicator} 的数据有误：{numerator}/{denominator}',
    'The figures of indicator {indicator} are wrong: {numerator}/{denominator}',
  ),
  peerRepeated: refusal('PEER_REPEATED', '同组地区重复：{regionCode}', 'A region stands twice in its peer group: {regionCode}'),
  peerScoreInvalid: refusal(
    'PEER_SCORE_INVALID',
    '地区 {regionCode} 的得分须为两位小数：{score}',
    'The score of region {regionCode} must have two decimals: {score}',
  ),
} as const;
