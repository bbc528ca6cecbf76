// A refusal (拒绝) is a "no" that is told in full: a code that never changes, a text in Chinese and English, and facts.

export interface BilingualText {
  zh: string;
  en: string;
}

export type RefusalFacts = Readonly<Record<string, unknown>>;

export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: BilingualText,
    readonly facts: RefusalFacts = {},
  ) {
    super(`${text.zh} · ${text.en}`);
    this.name = 'Refusal';
  }
}

/** How a subgraph lists what it may refuse: each entry makes one refusal; the list is printed into schema/refusals.md. */
export type RefusalMaker = (facts?: RefusalFacts) => Refusal;

export function refusal(code: string, zh: string, en: string): RefusalMaker {
  return (facts = {}) => new Refusal(code, { zh: fill(zh, facts), en: fill(en, facts) }, facts);
}

function fill(text: string, facts: RefusalFacts): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in facts ? String(facts[name]) : hole));
}

/** What is not there is named in both languages, "地区 region": each text takes its own. */
const notFound: RefusalMaker = (facts = {}) => {
  const what = 'what' in facts ? String(facts.what) : '{what}';
  const [, zh = what, en = what] = /^(.*[^\x20-\x7e])\s+([\x21-\x7e][\x20-\x7e]*)$/.exec(what) ?? [];
  return new Refusal('NOT_FOUND', { zh: `未找到：${zh}`, en: `Not found: ${en}` }, facts);
};

/** Refusals that any subgraph may give. */
export const commonRefusals = {
  forbidden: refusal('FORBIDDEN', '此职务无权读取或办理此项', 'This post may not read or do this'),
  unauthenticated: refusal('UNAUTHENTICATED', '请先登录', 'Sign in first'),
  notFound,
  outOfScope: refusal(
    'OUT_OF_SCOPE',
    '该地区不全在您的范围内，合计不予部分显示',
    'That region is not wholly inside your scope, and a sum is never shown in part',
  ),
  scopeMoving: refusal('SCOPE_MOVING', '区划正在调整，请稍后重试', 'The region tree is changing, try again shortly'),
  regionMoving: refusal(
    'REGION_MOVING',
    '本地区正在调整区划，暂不能办理，请稍后重试',
    'This region is being re-organised and nothing is written in it meanwhile, try again shortly',
  ),
  invalidInput: refusal('INVALID_INPUT', '{field}：{zh}', '{field}: {en}'),
  keyReused: refusal(
    'IDEMPOTENCY_KEY_REUSED',
    '同一幂等键已用于另一内容：{idempotencyKey}',
    'This idempotency key was used with another payload: {idempotencyKey}',
  ),
  exemptionStands: refusal(
    'EXEMPTION_STANDS',
    '该事项此期（{from}）已申请豁免',
    'An exemption from this turn ({from}) was asked for already',
  ),
  exemptionDecided: refusal('EXEMPTION_DECIDED', '该豁免已决定', 'This exemption is decided already'),
  exemptionOwn: refusal(
    'EXEMPTION_OWN',
    '豁免须由申请人以外的人决定',
    'An exemption is decided by somebody else than who asked for it',
  ),
  calendarUnknown: refusal(
    'CALENDAR_UNKNOWN',
    '{year} 年的节假日安排尚未收录，不能推算工作日',
    'The holidays of {year} are not known here, so that its workdays cannot be told',
  ),
  unavailable: refusal('UNAVAILABLE', '服务暂不可用，请稍后重试', 'The service is unavailable, try again shortly'),
} as const;

/** One clear refusal that names the field and what to do. */
export function invalidInput(field: string, zh: string, en: string, facts: RefusalFacts = {}): Refusal {
  return new Refusal('INVALID_INPUT', { zh: `${field}：${zh}`, en: `${field}: ${en}` }, { field, ...facts });
}
