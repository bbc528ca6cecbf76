// What the assessments subgraph may refuse (拒绝): a code that is never renamed, and why, in Chinese and English.

import { fileRefusals } from '#platform/vocabulary/file-refusals';
import { packRefusals } from '#platform/vocabulary/pack-chain';
import { personalNumberRefusals } from '#platform/vocabulary/personal-number';
import { refusal } from '#platform/vocabulary/refusal';

export const refusals = {
  procedurePackInvalid: refusal(
    'PROCEDURE_PACK_INVALID',
    '督查方式规则包有误，{field}：{zh}',
    'The procedure pack is wrong at {field}: {en}',
  ),
  notOrganiser: refusal('NOT_ORGANISER', '该方式由 {organiser} 组织', 'This procedure is organised by {organiser}'),
  notInspectedHere: refusal(
    'NOT_INSPECTED_HERE',
    '{subject} 不是该方式的督查对象',
    '{subject} is not among those whom this procedure inspects',
  ),
  stepOutOfOrder: refusal(
    'STEP_OUT_OF_ORDER',
    '当前为 {step}，不能办理此步',
    'It stands at {step}, so this step cannot be taken',
  ),
  outputMissing: refusal(
    'OUTPUT_MISSING',
    '该方式尚无应有的产出：{output}',
    'What this procedure must bring forth is missing: {output}',
  ),
  nothingSealed: refusal(
    'NOTHING_SEALED',
    '{quarter} 该组没有已封存的得分',
    'No scores of this group are sealed for {quarter}',
  ),
  airingSealed: refusal('AIRING_SEALED', '该晾晒表已封存', 'This airing is sealed already'),
  airingNotSealed: refusal('AIRING_NOT_SEALED', '该晾晒表尚未封存', 'This airing is not sealed yet'),
  airingShown: refusal('AIRING_SHOWN', '该晾晒表已公布', 'This airing is shown already'),
  airingOutdated: refusal(
    'AIRING_OUTDATED',
    '拟定后来源得分已变，请重新拟定',
    'The scores behind it have changed since it was drafted, draft it anew',
  ),
  numberTaken: refusal(
    'NUMBER_TAKEN',
    '{source} {day} 的号码已登记',
    'The number of {source} on {day} is written down already',
  ),
  numberAwaited: refusal(
    'NUMBER_AWAITED',
    '{source} {day} 的公开号码尚未登记',
    'The public number of {source} on {day} is not written down yet',
  ),
  frameEmpty: refusal(
    'FRAME_EMPTY',
    '{round} 轮内该地区已无可抽的村',
    'No village of this region is left to be drawn in the round {round}',
  ),
  drawPending: refusal('DRAW_PENDING', '您还有一次承诺的抽样未抽取', 'A draw that you committed to is not drawn yet'),
  drawDone: refusal('DRAW_DONE', '该抽样已抽取', 'This sample is drawn already'),
  drawNotDone: refusal('DRAW_NOT_DONE', '该抽样尚未抽取', 'This sample is not drawn yet'),
  drawReleased: refusal('DRAW_RELEASED', '该抽样已公布', 'This draw is released already'),
  visitsMissing: refusal(
    'VISITS_MISSING',
    '还有 {missing} 个抽中的村没有暗访记录',
    '{missing} of the villages that were drawn have no visit recorded',
  ),
  releasedWithSupervision: refusal(
    'RELEASED_WITH_SUPERVISION',
    '督导记录随督导一并公布',
    'The record of a supervision is released together with it',
  ),
  ...packRefusals,
  scoringPackInvalid: refusal(
    'SCORING_PACK_INVALID',
    '计分规则包有误，{field}：{zh}',
    'The scoring pack is wrong at {field}: {en}',
  ),
  lightPackInvalid: refusal(
    'LIGHT_PACK_INVALID',
    '亮灯规则包有误，{field}：{zh}',
    'The light pack is wrong at {field}: {en}',
  ),
  indicatorInvalid: refusal(
    'INDICATOR_INVALID',
    '指标 {indicator} 的数据有误：{numerator}/{denominator}',
    'The figures of indicator {indicator} are wrong: {numerator}/{denominator}',
  ),
  peerRepeated: refusal(
    'PEER_REPEATED',
    '同组地区重复：{regionCode}',
    'A region stands twice in its peer group: {regionCode}',
  ),
  peerScoreInvalid: refusal(
    'PEER_SCORE_INVALID',
    '地区 {regionCode} 的得分须为两位小数：{score}',
    'The score of region {regionCode} must have two decimals: {score}',
  ),
  taskNotYours: refusal(
    'TASK_NOT_YOURS',
    '只能上报本单位或本地区的任务',
    'Only the unit or the region that owns a task reports on it',
  ),
  quarterNotBegun: refusal('QUARTER_NOT_BEGUN', '{quarter} 尚未开始', '{quarter} has not begun'),
  quarterNotOver: refusal(
    'QUARTER_NOT_OVER',
    '{quarter} 尚未结束，不能计分亮灯',
    '{quarter} is not over, so it cannot be scored',
  ),
  quarterOfAnotherYear: refusal(
    'QUARTER_OF_ANOTHER_YEAR',
    '任务属于 {year} 年清单，不能上报 {quarter}',
    'The task is on the checklist of {year}, {quarter} is not in that year',
  ),
  taskSuperseded: refusal(
    'TASK_SUPERSEDED',
    '清单的另一版本在 {quarter} 有效，此任务不再上报',
    'Another version of the checklist holds in {quarter}, this task is not reported on',
  ),
  progressAwaited: refusal(
    'PROGRESS_AWAITED',
    '该任务 {quarter} 已有待确认的上报',
    'A report of this task for {quarter} still awaits confirmation',
  ),
  progressFallsBack: refusal(
    'PROGRESS_FALLS_BACK',
    '已确认进度为 {confirmed}%，不能上报 {percent}%',
    '{confirmed}% is confirmed already, {percent}% cannot be reported',
  ),
  progressDecided: refusal(
    'PROGRESS_DECIDED',
    '该上报已办结，不能再改',
    'This report is decided and does not change any more',
  ),
  samePerson: refusal('SAME_PERSON', '经办与复核须为不同的人', 'Who makes and who checks must be two people'),
  sameUnit: refusal('SAME_UNIT', '不能确认本单位的上报', 'Nobody confirms a report of the own unit'),
  reportDueKnown: refusal(
    'REPORT_DUE_KNOWN',
    '该举报已有办理时限，或已答复',
    'This report has its deadline, or is answered',
  ),
  packNotInForce: refusal(
    'PACK_NOT_IN_FORCE',
    '{quarter} 没有有效的规则包（{kind}）',
    'No rule pack is in force for {quarter} ({kind})',
  ),
  nothingProposed: refusal(
    'NOTHING_PROPOSED',
    '{quarter} 没有待确认的亮灯',
    'No lights of {quarter} await confirmation',
  ),
  proposalChanged: refusal(
    'PROPOSAL_CHANGED',
    '亮灯已重新提出，请重新查看后确认',
    'The lights were proposed anew, look at them again before confirming',
  ),
  quarterSealed: refusal(
    'QUARTER_SEALED',
    '{quarter} 的单位结果已封存',
    'The results of units for {quarter} are sealed',
  ),
  inspectionReleased: refusal('INSPECTION_RELEASED', '该检查已公布', 'This inspection is released already'),
  reportAnswered: refusal('REPORT_ANSWERED', '该举报已答复', 'This report is answered already'),
  evidenceWanted: refusal(
    'EVIDENCE_WANTED',
    '报完成 100% 须附佐证材料：{wanted}',
    'A report of 100% brings its evidence: {wanted}',
  ),
  ...fileRefusals,
  findingListsTooLong: refusal(
    'FINDING_LISTS_TOO_LONG',
    '清单超过 {allowed} 行，请缩小范围',
    'The lists have more than {allowed} rows, narrow the filter',
  ),
  progressVerified: refusal('PROGRESS_VERIFIED', '该上报已核实', 'This report is verified already'),
  progressUnverified: refusal(
    'PROGRESS_UNVERIFIED',
    '报完成 100% 的须先核实',
    'A report of 100% is verified before it is confirmed',
  ),
  findingPackInvalid: refusal(
    'FINDING_PACK_INVALID',
    '问题整改规则包有误，{field}：{zh}',
    'The finding pack is wrong at {field}: {en}',
  ),
  findingCategoryUnknown: refusal(
    'FINDING_CATEGORY_UNKNOWN',
    '规则包中没有此问题类别：{category}',
    'The pack has no such category of findings: {category}',
  ),
  findingStateForbids: refusal(
    'FINDING_STATE_FORBIDS',
    '问题当前状态（{state}）不能办理此项（{to}）',
    'A finding that is {state} cannot become {to}',
  ),
  findingNotYours: refusal(
    'FINDING_NOT_YOURS',
    '只有牵头整改单位可以办理',
    'Only the lead unit of the finding does this',
  ),
  findingDueInPast: refusal(
    'FINDING_DUE_IN_PAST',
    '整改时限 {dueOn} 早于今天 {today}',
    'The due day {dueOn} is before today, {today}',
  ),
  findingNotOverdue: refusal(
    'FINDING_NOT_OVERDUE',
    '整改时限 {dueOn} 未过，不能问责',
    'The due day {dueOn} has not passed, so nobody is held to account',
  ),
  resolutionNotYours: refusal(
    'RESOLUTION_NOT_YOURS',
    '只能把本地区会议的议定事项转为任务',
    'Only the office of the region that met makes its resolutions tasks',
  ),
  resolutionNotPublished: refusal(
    'RESOLUTION_NOT_PUBLISHED',
    '会议纪要尚未批准',
    'The minutes of the meeting are not approved',
  ),
  resolutionWithoutOwner: refusal(
    'RESOLUTION_WITHOUT_OWNER',
    '该议定事项没有责任单位或责任地区',
    'This resolution charges nobody',
  ),
  resolutionTasked: refusal('RESOLUTION_TASKED', '该议定事项已转为任务', 'This resolution is a task already'),
  ...personalNumberRefusals,
  jobUnknown: refusal('JOB_UNKNOWN', '规则包中没有此项工作：{job}', 'The pack in force has no such job: {job}'),
  jobIsComputed: refusal(
    'JOB_IS_COMPUTED',
    '{job} 的数字由系统计算，不得填报',
    'The figures of {job} are worked out by the system and never typed',
  ),
  jobBeyondTarget: refusal(
    'JOB_BEYOND_TARGET',
    '完成数 {done} 超过目标 {target}',
    '{done} done is more than the target of {target}',
  ),
  jobReportAwaited: refusal(
    'JOB_REPORT_AWAITED',
    '{job} {quarter} 已有待确认的上报',
    'A report on {job} for {quarter} still awaits confirmation',
  ),
  jobReportDecided: refusal('JOB_REPORT_DECIDED', '该上报已办结，不能再改', 'This report is decided already'),
  notReportingLevel: refusal(
    'NOT_REPORTING_LEVEL',
    '季度报告由市、区、功能区编制，该地区为 {kind}',
    'Quarterly reports are made by the city, districts and zones; this region is a {kind}',
  ),
  quarterlyReportDrafted: refusal(
    'QUARTERLY_REPORT_DRAFTED',
    '该地区 {quarter} 已有未办结的季度报告草稿',
    'A draft of the report on {quarter} is open already',
  ),
  quarterlyReportDecided: refusal(
    'QUARTERLY_REPORT_DECIDED',
    '该季度报告已批准或撤回，不能再改',
    'This quarterly report is approved or withdrawn already',
  ),
  quarterlyReportChanged: refusal(
    'QUARTERLY_REPORT_CHANGED',
    '审阅后正文已修改，请重新查看后批准',
    'Its texts have changed since it was read, look at it again before approving',
  ),
  figureUnknown: refusal('FIGURE_UNKNOWN', '报告中没有此数字：{code}', 'The report has no such figure: {code}'),
  brightPointDecided: refusal('BRIGHT_POINT_DECIDED', '该亮点已办结，不能再改', 'This bright point is decided already'),
  brightPointOwn: refusal('BRIGHT_POINT_OWN', '亮点须由其他地区采纳', 'A bright point is adopted by another region'),
  brightPointNotYet: refusal(
    'BRIGHT_POINT_NOT_YET',
    '采纳日期不得早于核实日（{verifiedOn}）',
    'It is adopted no earlier than it was verified ({verifiedOn})',
  ),
  brightPointAdopted: refusal(
    'BRIGHT_POINT_ADOPTED',
    '该地区已采纳此亮点',
    'This region has adopted the bright point already',
  ),
} as const;
