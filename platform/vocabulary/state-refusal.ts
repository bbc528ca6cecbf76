// Refusals for the sake of a state (状态所不许): the Chinese text names it as people do, the fact as the graph does.
import { type RefusalMaker, refusal } from './refusal';

const words: Readonly<Record<string, string>> = {
  ...{ drafted: '已起草', issued: '已下达', applied: '已申请', approved: '已批准', ordered: '已开支付令' },
  ...{ rejected: '已驳回', withdrawn: '已撤回', paid: '已支付', 'part-returned': '部分退回', returned: '已退回' },
  ...{ claimed: '已申报', reviewed: '已审核', disputed: '有异议', reconciled: '已核对' },
  ...{ admitted: '在院', discharged: '出院待结算', quoted: '已试算', settled: '已结算', struck: '已冲账' },
  ...{ listed: '已造册', verified: '已核对', released: '已放款', closed: '已办结' },
  ...{ received: '已收到', taken: '已读取', refused: '已拒收', duplicate: '重复', demanded: '追回中' },
  ...{ open: '待说明', explained: '已说明', accepted: '说明成立', upheld: '已认定', lifted: '已解除' },
};

export const stateInWords = (state: string): string => words[state] ?? state;

/** `{stateZh}` in the Chinese text is the word for the fact `state`. */
export function stateRefusal(code: string, zh: string, en: string): RefusalMaker {
  const make = refusal(code, zh, en);
  return (facts = {}) => make('state' in facts ? { ...facts, stateZh: stateInWords(String(facts.state)) } : facts);
}
