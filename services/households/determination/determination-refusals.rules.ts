// What a determination (认定) may refuse, and why.
import { refusal } from '#platform/vocabulary/refusal';

export const determinationRefusals = {
  determinationPackMissing: refusal(
    'DETERMINATION_PACK_MISSING',
    '{day} 没有生效的认定程序规则包',
    'No determination pack is in force on {day}',
  ),
  determinationEnded: refusal(
    'DETERMINATION_ENDED',
    '该认定已办结（{status}）',
    'This determination has ended: {status}',
  ),
  determinationStep: refusal(
    'DETERMINATION_STEP',
    '该认定现在应办的是“{dueZh}”，不是此步',
    'What this determination waits for is: {dueEn}',
  ),
  determinationNotYours: refusal('DETERMINATION_NOT_YOURS', '此步由 {posts} 办理', 'This step is taken by {posts}'),
  determinationSamePerson: refusal(
    'DETERMINATION_SAME_PERSON',
    '提出或评议者不得审核，提出、评议、审核、核实、比对者不得审批',
    'Who proposed or appraised does not review; who did any of the steps before does not approve',
  ),
  determinationOpen: refusal(
    'DETERMINATION_OPEN',
    '该户已有在办的认定',
    'A determination of this household is open already',
  ),
  determinationState: refusal(
    'DETERMINATION_STATE',
    '状态为“{state}”的户不能办理{kindZh}',
    'A household that is {state} does not go through this procedure: {kindEn}',
  ),
  postingRuns: refusal(
    'POSTING_RUNS',
    '公示至 {until} 届满，届满前不能办理下一步',
    'The posting stands until {until}, and nothing is done before it ends',
  ),
  postingOver: refusal('POSTING_OVER', '公示期已满或不存在此公示', 'That posting is over, or there is none'),
  objectionOpen: refusal(
    'OBJECTION_OPEN',
    '有 {open} 件异议未答复，答复前不能办理下一步',
    '{open} objections wait for their answer, and nothing is done before it is given',
  ),
  objectionAnswered: refusal('OBJECTION_ANSWERED', '该异议已答复', 'This objection is answered already'),
  objectionOwn: refusal(
    'OBJECTION_OWN',
    '异议不得由提出者、公示者或该认定的经手人答复',
    'An objection is not answered by who raised it, who posted it, or who had a hand in the determination',
  ),
  postingMixed: refusal(
    'POSTING_MIXED',
    '一次公示只列同一程序、同一步骤的户',
    'One posting lists households of one procedure at one step',
  ),
  checkMissing: refusal(
    'GUARANTEE_CHECK_MISSING',
    '须先作“两不愁三保障”核查（{days} 天内），方可提出',
    'A guarantee check of the last {days} days comes first',
  ),
  checkFails: refusal(
    'GUARANTEE_CHECK_FAILS',
    '最近一次核查未通过：{problems}。仍要提出的，请说明理由',
    'The last check does not pass: {problems}. Whoever proposes all the same says why',
  ),
  evidenceNeeded: refusal(
    'EVIDENCE_NEEDED',
    '推翻已批准的认定须附佐证材料',
    'What opens again a decision that was approved comes with evidence',
  ),
  stateByProcedure: refusal(
    'STATE_BY_PROCEDURE',
    '“{state}”须经认定程序或两人更正，此处只作年度结转',
    'Become {state} by a determination, or by a correction of two people: here a state is only carried into a new year',
  ),
  identificationNeeded: refusal(
    'IDENTIFICATION_NEEDED',
    '{from} 起新建档的户须经精准识别程序，请提出识别',
    'From {from} on a household is born by an approved identification: propose one',
  ),
  correctionDecided: refusal('CORRECTION_DECIDED', '该更正已决定', 'This correction is decided already'),
  correctionOwn: refusal(
    'CORRECTION_OWN',
    '更正须由提出者以外的人批准',
    'A correction is approved by somebody else than who proposed it',
  ),
  correctionOpen: refusal(
    'CORRECTION_OPEN',
    '该户已有待批准的更正',
    'A correction of this household waits for its decision already',
  ),
};
