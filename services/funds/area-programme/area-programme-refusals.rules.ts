// What area programmes may refuse (山区开发的拒绝).
import { refusal } from '#platform/vocabulary/refusal';

export const areaProgrammeRefusals = {
  areaProgrammeApproved: refusal('AREA_PROGRAMME_APPROVED', '该方案已批准', 'This area programme is approved already'),
  areaProgrammeNotApproved: refusal(
    'AREA_PROGRAMME_NOT_APPROVED',
    '方案尚未批准',
    'This area programme is not approved yet',
  ),
  areaProgrammeFourEyes: refusal(
    'AREA_PROGRAMME_FOUR_EYES',
    '起草人不得批准自己的方案',
    'Whoever drafted an area programme may not approve it',
  ),
  areaProgrammeElsewhere: refusal(
    'AREA_PROGRAMME_ELSEWHERE',
    '该项目不在方案所含各村',
    'That project is in none of its villages',
  ),
  areaProgrammeJoined: refusal(
    'AREA_PROGRAMME_JOINED',
    '该项目已列入一个方案',
    'That project belongs to an area programme already',
  ),
} as const;
