// What may be refused when households are paired, looked after by a stand-in, or handed over.
import { type RefusalMaker, refusal } from '#platform/vocabulary/refusal';

export const pairingRefusals = {
  alreadyPaired: refusal(
    'ALREADY_PAIRED',
    '该户现任帮扶责任人就是此人',
    'This person is the present helper of the household already',
  ),
  pairingTooEarly: refusal(
    'PAIRING_TOO_EARLY',
    '新的结对之日 {from} 须晚于现任结对之日 {present}',
    'The new pairing of {from} must begin after the present one of {present}',
  ),
  pairingBeforeRegistration: refusal(
    'PAIRING_BEFORE_REGISTRATION',
    '结对之日 {from} 早于登记之日 {registeredOn}',
    'The pairing of {from} begins before the registration of {registeredOn}',
  ),
  absenceOfAnother: refusal(
    'ABSENCE_OF_ANOTHER',
    '帮扶责任人只能报本人外出',
    'A helper reports the own absence and nobody else’s',
  ),
  absencePeriod: refusal(
    'ABSENCE_PERIOD',
    '外出不得自今日（{today}）以前起算，止日须晚于起日，至多 {days} 日；更久的须移交',
    'An absence begins no earlier than today ({today}), ends after it begins, and lasts at most {days} days; longer is a hand-over',
  ),
  standInForOneself: refusal('STAND_IN_FOR_ONESELF', '代管人不能是本人', 'Nobody stands in for himself'),
  standInAway: refusal('STAND_IN_AWAY', '代管人此期间本人也外出', 'The stand-in is away himself within these days'),
  standInStands: refusal('STAND_IN_STANDS', '此期间已有代管人', 'Somebody stands in within these days already'),
  absenceOver: refusal('ABSENCE_OVER', '该次外出已结束', 'This absence is over already'),
  helperHasNone: refusal(
    'HELPER_HAS_NONE',
    '此人在您的范围内没有现结对户',
    'This person has no household in your scope now',
  ),
  handOverTooMany: refusal(
    'HAND_OVER_TOO_MANY',
    '一次至多移交 {most} 户，须逐批指明户',
    'At most {most} households are handed over at once: name them, batch by batch',
  ),
  handOverNotYours: refusal(
    'HAND_OVER_NOT_YOURS',
    '仅接手的帮扶责任人可以接收，且只接收一次',
    'Only the helper who takes over accepts it, and once',
  ),
} satisfies Record<string, RefusalMaker>;
