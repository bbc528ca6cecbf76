// What is refused of reconciling with treasury and bank (对账).
import { refusal } from '#platform/vocabulary/refusal';
import { stateRefusal } from '#platform/vocabulary/state-refusal';

export const reconciliationRefusals = {
  statementDoesNotSum: refusal(
    'STATEMENT_DOES_NOT_SUM',
    '对账单不平：期初加收入减支出不等于期末',
    'The statement does not add up: opening, and what came in less what went out, is not its closing',
  ),
  statementOpening: refusal(
    'STATEMENT_OPENING',
    '期初余额 {opening} 元与 {month} 对账单的期末余额 {closing} 元不符',
    'It opens with {opening} yuan, and the statement of {month} closed with {closing}',
  ),
  statementMade: refusal(
    'STATEMENT_MADE',
    '该账户 {month} 的对账单已提交',
    'A statement of {month} was submitted already',
  ),
  statementDecided: refusal(
    'STATEMENT_DECIDED',
    '该对账已确认或已撤回',
    'This reconciliation was confirmed or withdrawn already',
  ),
  statementOpen: refusal(
    'STATEMENT_OPEN',
    '尚有 {count} 项差异未说明，不能确认',
    '{count} differences are not explained yet, so that it cannot be confirmed',
  ),
  statementEyes: refusal(
    'STATEMENT_FOUR_EYES',
    '提交对账单的人不得自己确认',
    'Whoever submitted a statement may not confirm it',
  ),
  itemExplained: refusal(
    'ITEM_EXPLAINED',
    '该项无差异或已说明',
    'This line has no difference, or it was explained already',
  ),
  statementProfileUnknown: refusal(
    'STATEMENT_PROFILE_UNKNOWN',
    '没有此对账单格式：{profile}',
    'There is no profile of statements named {profile}',
  ),
  statementUnreadable: refusal(
    'STATEMENT_UNREADABLE',
    '对账单无法读取：{what}',
    'This statement cannot be read: {what}',
  ),
  statementFileState: stateRefusal(
    'STATEMENT_FILE_STATE',
    '该对账单文件已处理：“{stateZh}”',
    'This file of a statement was read already: {state}',
  ),
  accountMade: refusal('FUND_ACCOUNT_MADE', '该类资金账已有此账户', 'There is an account of this book already'),
} as const;
