// What organisation may refuse: at the sign-in desk, in account administration, and when posts are granted.
import { personalNumberRefusals } from '#platform/vocabulary/personal-number';
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const refusals = {
  ...personalNumberRefusals,
  signInRefused: refusal('SIGN_IN_REFUSED', '账号或口令不正确', 'The account or the password is not right'),
  signInLocked: refusal(
    'SIGN_IN_LOCKED',
    '连续五次登录失败，此地址上的该账号已锁定至 {until}',
    'Five failed sign-ins in a row: this account is locked from this address until {until}',
  ),
  accountDisabled: refusal(
    'ACCOUNT_DISABLED',
    '账号已停用，请联系系统管理员',
    'The account is disabled, ask the system administrator',
  ),
  secondFactorWrong: refusal(
    'SECOND_FACTOR_WRONG',
    '动态口令不正确或已用过，请等待下一个',
    'The one-time code is wrong or was used before, wait for the next one',
  ),
  secondFactorStands: refusal(
    'SECOND_FACTOR_STANDS',
    '已绑定动态口令；更换请联系系统管理员重置',
    'A second factor is confirmed already; the system administrator can reset it',
  ),
  secondFactorNotBegun: refusal('SECOND_FACTOR_NOT_BEGUN', '请先申请绑定动态口令', 'Enrol a second factor first'),
  secondFactorDue: refusal(
    'SECOND_FACTOR_DUE',
    '此职务须先绑定动态口令',
    'This post needs a second factor: enrol and confirm it first',
  ),
  passwordChangeDue: refusal('PASSWORD_CHANGE_DUE', '请先修改口令', 'Change the password first'),
  passwordWrong: refusal('PASSWORD_WRONG', '原口令不正确', 'The present password is not right'),
  passwordTooShort: refusal(
    'PASSWORD_TOO_SHORT',
    '口令至少 {least} 个字符',
    'A password has at least {least} characters',
  ),
  passwordTooLong: refusal('PASSWORD_TOO_LONG', '口令至多 {most} 个字符', 'A password has at most {most} characters'),
  passwordBreached: refusal(
    'PASSWORD_BREACHED',
    '此口令见于已泄露口令名单，请另选',
    'This password is on a list of breached passwords, choose another',
  ),
  passwordNamesAccount: refusal(
    'PASSWORD_NAMES_ACCOUNT',
    '口令不得包含账号名',
    'A password does not contain the name of its account',
  ),
  passwordUsedBefore: refusal(
    'PASSWORD_USED_BEFORE',
    '新口令不得与现用及最近 {count} 次的口令相同',
    'The new password differs from the present one and the last {count}',
  ),
  renewalRefused: refusal(
    'RENEWAL_REFUSED',
    '续期凭证无效或会话已结束，请重新登录',
    'The renewal is not valid or the session has ended, sign in again',
  ),
  renewalReused: refusal(
    'RENEWAL_REUSED',
    '续期凭证被重复使用，会话已结束，请重新登录',
    'This renewal was used before: the session has been ended, sign in again',
  ),
  appointmentNotHeld: refusal('APPOINTMENT_NOT_HELD', '您今日没有此任职', 'You do not hold this appointment today'),
  accountNameTaken: refusal('ACCOUNT_NAME_TAKEN', '账号名已被使用：{account}', 'This account name is taken: {account}'),
  personHasAccount: refusal('PERSON_HAS_ACCOUNT', '此人已有账号', 'This person has an account already'),
  notToOneself: refusal(
    'NOT_TO_ONESELF',
    '不得办理本人的账号或任职',
    'Nobody administers an account or appointment of his own',
  ),
  officersNotApart: refusal(
    'OFFICERS_NOT_APART',
    '三员须由不同人员担任：此人已任三员之一',
    'The three officers are different people: this person is one of them already',
  ),
  appointmentMisfit: refusal('APPOINTMENT_MISFIT', '职务 {post} {zh}', 'The post {post} {en}'),
  appointmentPeriod: refusal(
    'APPOINTMENT_PERIOD',
    '任职不得自今日（{today}）以前起算，止日须晚于起日；终止日不得早于今日',
    'An appointment begins no earlier than today ({today}) and ends after it begins; it is ended no earlier than today',
  ),
  regionChangeMisfit: refusal('REGION_CHANGE_MISFIT', '第 {step} 步：{zh}', 'Step {step}: {en}'),
  regionChangeFourEyes: refusal(
    'REGION_CHANGE_FOUR_EYES',
    '区划调整须由提出人以外的人批准或退回',
    'A re-organisation is approved or rejected by somebody other than who proposed it',
  ),
  regionChangeState: refusal(
    'REGION_CHANGE_STATE',
    '区划调整现为 {state}，不能如此办理',
    'The re-organisation is {state} and does not allow this',
  ),
  regionChangeEarly: refusal(
    'REGION_CHANGE_EARLY',
    '区划调整自 {effectiveOn} 起生效，尚不能执行',
    'The re-organisation is in effect from {effectiveOn} and is not carried out before',
  ),
  regionChangeStale: refusal(
    'REGION_CHANGE_STALE',
    '提出以后区划已有其他调整，请重新提出',
    'The regions have been re-organised otherwise since, propose it anew',
  ),
  appointmentEnded: refusal('APPOINTMENT_ENDED', '任职已于 {on} 终止', 'The appointment ended already on {on}'),
  importFileIll: refusal(
    'IMPORT_FILE_ILL',
    '无法读取：须为 xlsx，首行为表头 {columns}',
    'Not readable: an xlsx is wanted whose first row is {columns}',
  ),
  importRowsIll: refusal(
    'IMPORT_ROWS_ILL',
    '有 {count} 处错误，未创建任何账号；首处 {cell}：{zh}',
    '{count} errors, no account was created; the first in {cell}: {en}',
  ),
  groupStands: refusal('GROUP_STANDS', '该地区已有领导小组', 'The region has a leading group already'),
  groupNotYours: refusal(
    'GROUP_NOT_YOURS',
    '只能办理本地区的领导小组',
    'Only the leading group of the own region is changed',
  ),
  seatTaken: refusal('SEAT_TAKEN', '该席位已有人', 'This seat is taken'),
  membershipEnded: refusal('MEMBERSHIP_ENDED', '该成员已于 {on} 免去', 'This membership ended already on {on}'),
  meetingNotYours: refusal(
    'MEETING_NOT_YOURS',
    '只能办理本地区的会议',
    'Only meetings of the own region are recorded, minuted and withdrawn',
  ),
  meetingNotHeldHere: refusal(
    'MEETING_NOT_HELD_HERE',
    '此级地区（{region}）不开此类会议（{kind}）',
    'A {region} does not hold meetings of the kind {kind}',
  ),
  noLeadingGroup: refusal('NO_LEADING_GROUP', '该地区当日没有领导小组', 'The region has no leading group on that day'),
  meetingRecordedAlready: refusal(
    'MEETING_RECORDED_ALREADY',
    '该地区 {heldOn} 的此类会议已登记',
    'A meeting of this kind is recorded for {heldOn} already',
  ),
  meetingNotHeldYet: refusal(
    'MEETING_NOT_HELD_YET',
    '会议定于 {heldOn}，尚未召开',
    'The meeting is called for {heldOn} and has not been held',
  ),
  meetingWithdrawn: refusal('MEETING_WITHDRAWN', '该会议已撤销', 'This meeting is withdrawn'),
  minutesFrozen: refusal(
    'MINUTES_FROZEN',
    '纪要已批准，不再变动',
    'The minutes are approved and do not change any more',
  ),
  minutesNotDrafted: refusal('MINUTES_NOT_DRAFTED', '没有待批准的纪要', 'No minutes await approval'),
  minutesBySamePerson: refusal(
    'MINUTES_BY_SAME_PERSON',
    '纪要须由登记人、拟稿人以外的人批准',
    'Minutes are approved by another person than recorded the meeting or drafted them',
  ),
  minutesNumberTaken: refusal('MINUTES_NUMBER_TAKEN', '该纪要文号已使用', 'This number of minutes is taken'),
  airingNotSealed: refusal(
    'AIRING_NOT_SEALED',
    '晾晒表不存在或尚未封存，不能列入议程',
    'The airing table does not exist or is not sealed, and does not go on an agenda',
  ),
  resolutionOneOwner: refusal(
    'RESOLUTION_ONE_OWNER',
    '一项议定事项只有一个责任单位或责任地区',
    'A resolution charges one unit or one region',
  ),
  resolutionDeadline: refusal(
    'RESOLUTION_DEADLINE',
    '交办的议定事项须有会后的完成时限，未交办的没有时限',
    'A resolution that charges somebody has a deadline after the meeting, another has none',
  ),
} satisfies Record<string, RefusalMaker>;
