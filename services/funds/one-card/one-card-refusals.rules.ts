// What one-card batches (一卡通) may refuse.
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const oneCardRefusals = {
  cardBatchState: stateRefusal(
    'CARD_BATCH_STATE',
    '批次状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en} a one-card batch',
  ),
  cardBatchEyes: refusal(
    'CARD_BATCH_FOUR_EYES',
    '造册、核对、放款须由不同的人办理，申请与审批该笔发放的人不得放款',
    'Listing, verifying and releasing are done by different people, and whoever applied for or approved the money does not release it',
  ),
  cardBatchChanged: refusal(
    'CARD_BATCH_CHANGED',
    '批次在此期间有变化，请重新办理',
    'The batch changed meanwhile, do it again',
  ),
  cardBatchNotPosted: refusal(
    'CARD_BATCH_NOT_POSTED',
    '该批次公示未满期或有对整批的异议，不得放款',
    'The batch has not been posted for its days, or there is an objection to all of it: it is not released',
  ),
  cardLineNotPayable: refusal(
    'CARD_LINE_NOT_PAYABLE',
    '不能列入批次：{zh}（{number}）',
    'Cannot be put on a batch: {en} ({number})',
  ),
  cardLineOnItsWay: refusal(
    'CARD_LINE_ON_ITS_WAY',
    '有明细已在其他批次中或已支付',
    'A line is on another batch already, or was paid',
  ),
  cardPurposes: refusal(
    'CARD_BATCH_PURPOSES',
    '同一批次只能有一种用途：{purpose}',
    'A batch is of one purpose: {purpose}',
  ),
  bankProfileUnknown: refusal(
    'BANK_PROFILE_UNKNOWN',
    '没有此银行文件格式：{profile}',
    'There is no profile {profile} of a bank',
  ),
  bankFieldTooLong: refusal(
    'BANK_FIELD_TOO_LONG',
    '字段 {field} 放不进银行文件（{allowed} 字节）',
    'Field {field} does not fit the file of the bank ({allowed} bytes)',
  ),
  bankFileDiffers: refusal(
    'BANK_FILE_DIFFERS',
    '银行文件回读与批次不一致：{what}，未放款',
    'The file read back is not what was meant, at {what}; nothing was released',
  ),
  bankFileUnreadable: refusal(
    'BANK_FILE_UNREADABLE',
    '银行文件第 {line} 行不合格式：{what}',
    'Line {line} of the bank’s file is ill formed: {what}',
  ),
  bankFileTotals: refusal(
    'BANK_FILE_TOTALS',
    '银行文件自身不平：{what}',
    'The bank’s file contradicts itself in its {what}',
  ),
  bankFileState: stateRefusal(
    'BANK_FILE_STATE',
    '该文件状态为“{stateZh}”，不再读取',
    'This file is {state} and is not read again',
  ),
  recoveryState: stateRefusal(
    'RECOVERY_STATE',
    '追回状态为“{stateZh}”，不能{zh}',
    'In state {state} one cannot {en} a recovery',
  ),
  recoveryOpen: refusal('RECOVERY_OPEN', '该笔已有未了结的追回', 'There is an open recovery of this payment'),
  recoveryTooLarge: refusal(
    'RECOVERY_TOO_LARGE',
    '金额超过尚可追回的 {open} 元',
    'The amount is more than the {open} yuan that can still come back',
  ),
  recoveryEyes: refusal(
    'RECOVERY_FOUR_EYES',
    '要求追回与登记收款、撤销须由不同的人办理',
    'Whoever demands money back neither records its receipt nor gives it up',
  ),
} as const;
