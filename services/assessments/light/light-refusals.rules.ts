// What is refused about appeals, consequences and releases of lights (亮灯申诉与解除的拒绝): codes that are never renamed.
import { refusal } from '#platform/vocabulary/refusal';

export const lightRefusals = {
  lightNotPublished: refusal('LIGHT_NOT_PUBLISHED', '该灯尚未公布', 'This light is not published'),
  lightSuperseded: refusal(
    'LIGHT_SUPERSEDED',
    '该灯已由新灯取代，请就新灯办理',
    'A later light stands in place of this one',
  ),
  nothingLit: refusal(
    'NOTHING_LIT',
    '只有黄灯、红灯可以申诉或解除',
    'Only a yellow or red light is appealed against or released',
  ),
  appealNotYours: refusal('APPEAL_NOT_YOURS', '只能由被亮灯地区申诉', 'Only the lit region itself appeals'),
  appealTooLate: refusal(
    'APPEAL_TOO_LATE',
    '申诉期为公布后 {days} 日，已过',
    'The {days} days of appeal after publication are over',
  ),
  appealNodeUnknown: refusal(
    'APPEAL_NODE_UNKNOWN',
    '该灯的计分依据没有这一项：{node}',
    'The evidence of this light has no item {node}',
  ),
  appealedAlready: refusal('APPEALED_ALREADY', '该灯已申诉过一次', 'This light was appealed against once already'),
  appealFinal: refusal('APPEAL_FINAL', '因申诉而出的灯不再申诉', 'A light that an appeal brought about is final'),
  appealDecided: refusal('APPEAL_DECIDED', '该申诉已裁定', 'This appeal is decided'),
  appealChangesNothing: refusal(
    'APPEAL_CHANGES_NOTHING',
    '复核数据与封存的相同，申诉不成立',
    'The figures asked anew are those that were frozen, so there is nothing to uphold',
  ),
  releaseNotYours: refusal(
    'RELEASE_NOT_YOURS',
    '只能由被亮灯地区申请解除',
    'Only the lit region itself asks for release',
  ),
  releaseAwaited: refusal('RELEASE_AWAITED', '已有待决定的解除申请', 'A request for release already awaits a decision'),
  releaseDecided: refusal('RELEASE_DECIDED', '该解除申请已决定', 'This request for release is decided'),
  consequencesOpen: refusal(
    'CONSEQUENCES_OPEN',
    '尚有后果未办理：{open}',
    'Consequences are not carried out yet: {open}',
  ),
  consequenceUnknown: refusal(
    'CONSEQUENCE_UNKNOWN',
    '该灯没有这项后果：{consequence}',
    'This light has no consequence {consequence}',
  ),
  consequenceRecorded: refusal(
    'CONSEQUENCE_RECORDED',
    '该后果已登记办理',
    'This consequence is recorded as carried out',
  ),
} as const;
