// What may be refused when a post is delegated or acted under by delegation, and when an account is released.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const delegationRefusals = {
  postNotDelegable: refusal('POST_NOT_DELEGABLE', '职务 {post} 不得代理', 'The post {post} cannot be delegated'),
  delegationByItsHolder: refusal(
    'DELEGATION_BY_ITS_HOLDER',
    '仅任职人本人以该任职名义可委托或续期',
    'Only the holder of the post, acting under it, delegates it or prolongs that',
  ),
  delegationNotPassedOn: refusal(
    'DELEGATION_NOT_PASSED_ON',
    '代理期间不得转委托或续期',
    'Whoever acts for another delegates and prolongs nothing',
  ),
  delegationToOneself: refusal('DELEGATION_TO_ONESELF', '不得委托本人', 'Nobody delegates to himself'),
  delegateUnfit: refusal(
    'DELEGATE_UNFIT',
    '代理人须在职，且非三员、审计、观察员',
    'Whoever acts for another is in office, and is no administrator, auditor or observer',
  ),
  delegationPeriod: refusal(
    'DELEGATION_PERIOD',
    '代理不得自今日（{today}）以前起算，须有止日，且不得超出任职期；续期须晚于原止日',
    'A delegation begins no earlier than today ({today}), ends after it begins and within the appointment; a renewal ends later than before',
  ),
  delegationTooLong: refusal(
    'DELEGATION_TOO_LONG',
    '代理至多 {days} 日',
    'A delegation lasts no longer than {days} days',
  ),
  delegatedAlready: refusal(
    'DELEGATED_ALREADY',
    '该任职此期间已委托他人',
    'The appointment is delegated to somebody within these days already',
  ),
  delegationEnded: refusal('DELEGATION_ENDED', '代理已结束', 'The delegation has ended already'),
  delegationNotHeld: refusal('DELEGATION_NOT_HELD', '您今日没有此代理', 'You do not hold this delegation today'),
  releaseDue: refusal(
    'RELEASE_DUE',
    '口令由系统管理员所发：须先以安全管理员当面交付的放行码确认',
    'The password came from the system administrator: confirm the release code that the security administrator hands over',
  ),
  releaseWrong: refusal('RELEASE_WRONG', '放行码不正确', 'The release code is not right'),
  releaseNotDue: refusal('RELEASE_NOT_DUE', '该账号不需放行', 'This account needs no release'),
} satisfies Record<string, RefusalMaker>;
