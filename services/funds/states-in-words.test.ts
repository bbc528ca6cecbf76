// A state is told in words in Chinese, and by its name in English and in the facts.

import { stateInWords, stateRefusal } from '#platform/vocabulary/state-refusal';
import { ClearingState } from './clearing/clearing.rules';
import { disbursementStates } from './disbursement/disbursement.rules';
import { CardBatchState } from './one-card/card-batch.rules';

test('no state of money or of a stay is told in English to whoever reads Chinese', () => {
  for (const state of [
    ...disbursementStates,
    ...[ClearingState, CardBatchState].flatMap((each) => Object.values(each)),
    ...['admitted', 'discharged', 'quoted', 'settled', 'struck'],
  ])
    expect(stateInWords(state)).toMatch(/^[\u4e00-\u9fff]+$/);
});

test('the fact keeps the name', () => {
  const make = stateRefusal('X_STATE', '状态为“{stateZh}”，不能{zh}', 'In state {state} one cannot {en}');
  const { text, facts } = make({ state: 'part-returned', zh: '支付', en: 'pay' });
  expect(text).toEqual({ zh: '状态为“部分退回”，不能支付', en: 'In state part-returned one cannot pay' });
  expect(facts).toMatchObject({ state: 'part-returned' });
});
