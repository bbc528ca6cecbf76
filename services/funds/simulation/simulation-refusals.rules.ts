// What may be refused about simulating a policy (政策测算的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const simulationRefusals = {
  simulationRunning: refusal(
    'SIMULATION_RUNNING',
    '您的上一次测算尚未结束',
    'The simulation that you asked for before is not finished yet',
  ),
  simulationPeriod: refusal(
    'SIMULATION_PERIOD',
    '测算期间须起早于止，且不超过三年：{field}',
    'A period of simulation ends after it begins, and not more than three years later: {field}',
  ),
  simulationPlace: refusal(
    'SIMULATION_PLACE',
    '该规则包由 {region} 采用，不能测算其范围之外的地区：{field}',
    'The pack is one of {region}, and is not simulated for a region outside of it: {field}',
  ),
} as const;
