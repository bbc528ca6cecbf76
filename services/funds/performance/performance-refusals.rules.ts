// What reviews of performance may refuse (绩效评价的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const performanceRefusals = {
  performanceMade: refusal('PERFORMANCE_MADE', '该年度已自评', 'That year was told already'),
  performanceState: refusal(
    'PERFORMANCE_STATE',
    '自评、评价、复核依次办理，各一次',
    'It is told, evaluated and confirmed in turn, each once',
  ),
  performanceFourEyes: refusal(
    'PERFORMANCE_FOUR_EYES',
    '自评、评价、复核须由三人办理',
    'Telling, evaluating and confirming are three people’s',
  ),
  performanceTargets: refusal(
    'PERFORMANCE_TARGETS',
    '每项绩效指标须填一个实际值',
    'Each target is told its actual value, once',
  ),
  performanceJudged: refusal('PERFORMANCE_JUDGED', '{item} 须给 0 至 {of} 分', '{item} is given 0 to {of} points'),
  performanceTooEarly: refusal('PERFORMANCE_TOO_EARLY', '项目尚未开工', 'The project has not begun'),
  performanceDeduction: refusal(
    'PERFORMANCE_DEDUCTION',
    '扣分项须为规则包所列，各项一次：{code}',
    'A deduction is one of the pack, each once: {code}',
  ),
  performanceEvidence: refusal('PERFORMANCE_EVIDENCE', '扣分须附证据', 'A deduction needs evidence'),
} as const;
