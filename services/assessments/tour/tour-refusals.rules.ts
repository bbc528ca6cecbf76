// What may be refused about tours and mutual checks.
import { refusal } from '#platform/vocabulary/refusal';

export const tourRefusals = {
  tourPlanned: refusal('TOUR_PLANNED', '该督导已安排观摩', 'A tour is planned for this supervision already'),
  participantUnknown: refusal(
    'PARTICIPANT_UNKNOWN',
    '查无此参加者：{personId}',
    'No such person to take part: {personId}',
  ),
  siteElsewhere: refusal(
    'SITE_ELSEWHERE',
    '点位 {title} 不在其督导对象的地区内',
    'The site {title} does not lie in the region that it shows',
  ),
  siteOwn: refusal(
    'SITE_OWN',
    '不给本单位、本地区的点位打分：{title}',
    'Nobody marks a site of the own unit or region: {title}',
  ),
  siteMarked: refusal('SITE_MARKED', '该点位您已打分，不能更改', 'You have marked this site, a mark is not changed'),
  tourCompiled: refusal('TOUR_COMPILED', '该观摩已汇总', 'The result of this tour is compiled already'),
  tourNotCompiled: refusal('TOUR_NOT_COMPILED', '该观摩尚未汇总', 'The result of this tour is not compiled yet'),
  tourUnmarked: refusal('TOUR_UNMARKED', '该观摩尚无打分', 'Nobody has marked a site of this tour'),
  tourSealed: refusal('TOUR_SEALED', '该观摩结果已封存', 'The result of this tour is sealed already'),
  tourNotSealed: refusal('TOUR_NOT_SEALED', '该观摩结果尚未封存', 'The result of this tour is not sealed yet'),
  tourShown: refusal('TOUR_SHOWN', '该观摩结果已公布', 'The result of this tour is shown already'),
  tourDiffers: refusal(
    'TOUR_DIFFERS',
    '结果与打分不符，不能封存',
    'The result is not what the marks make, so it is not sealed',
  ),
  peersTooFew: refusal(
    'PEERS_TOO_FEW',
    '同组至少两个对象才能互查：{groups}',
    'Mutual checks want two of a peer group at least: {groups}',
  ),
  peersDrawn: refusal('PEERS_DRAWN', '该督导的互查已抽签', 'Who checks whom is drawn for this supervision already'),
  peerRecorded: refusal('PEER_RECORDED', '该项互查已有记录', 'This check is recorded already'),
} as const;
