// Lists of who helps whom (结对、代管、移交清单) that go out as workbooks.
import { cursorOf, type PageArgs, placedCursor } from '#platform/database/page';
import { todayInBeijing } from '#platform/graph/today';
import { addDays, parseQuarter } from '#platform/vocabulary/calendar-day';
import { levelWord } from './household-paper-words';
import type { ListAsked } from './list-export/exportable-list.rules';
import { exportedList } from './list-export/exported-list';
import { householdPages, placedPages } from './list-export/list-placed';
import { head, number, ofHousehold, ofType, place, placeAt } from './list-export-columns';
import { HandOver } from './pairing/hand-over.entity';
import { Pairing } from './pairing/pairing.entity';
import { listStandIns } from './pairing/pairing.loader';
import type { PairingGap } from './pairing/pairing-gap.entity';
import { listGaps } from './pairing/pairing-gap.loader';
import type { StandIn } from './pairing/stand-in.entity';
import { wholeRange } from './region-summary/region-range.query';
import type { HouseholdsContext } from './tools';

const pairing = ofType<Pairing>('Pairing');
const gap = ofType<PairingGap>('PairingGap');
const standIn = ofType<StandIn>('StandIn');
const handOver = ofType<HandOver>('HandOver');

export const pairingLists = {
  pairings: exportedList<Pairing>({
    title: '结对帮扶',
    columns: [
      ...ofHousehold,
      pairing.person('帮扶责任人', 'helper', ({ helperId }) => helperId),
      pairing('单位层级', 'unitLevel', ({ unitLevel }) => levelWord(unitLevel)),
      pairing('自何日起', 'validFrom'),
      pairing('止于何日之前', 'validTo'),
    ],
    ...householdPages(Pairing),
    ids: ({ householdId, regionId, helperId }) => ({
      households: [householdId],
      regions: [regionId],
      people: [helperId],
    }),
  }),
  pairingGaps: exportedList<PairingGap>({
    title: '结对空档',
    columns: [placeAt, number, head, gap('自何日起', 'from'), gap('止于何日之前', 'until'), gap('天数', 'days')],
    page: gapsIn,
    cursor: ({ path, householdId, from }) => cursorOf(path, householdId, from),
    ids: ({ path, householdId }) => ({ households: [householdId], paths: [path] }),
  }),
  standIns: exportedList<StandIn>({
    title: '代管',
    columns: [
      ...ofHousehold,
      standIn.person('帮扶责任人', 'helper', ({ helperId }) => helperId),
      standIn.person('代管人', 'standIn', ({ standInId }) => standInId),
      standIn('自何日起', 'validFrom'),
      standIn('返岗日', 'validTo'),
      standIn('事由', 'reason'),
      standIn('报告日期', 'reportedAt'),
    ],
    page: (context, _, args) => listStandIns(context, args),
    cursor: placedCursor,
    ids: ({ householdId, regionId, helperId, standInId }) => ({
      households: [householdId],
      regions: [regionId],
      people: [helperId, standInId],
    }),
  }),
  handOvers: exportedList<HandOver>({
    title: '帮扶移交',
    columns: [
      place,
      number,
      head,
      handOver.person('移交人', 'fromHelper', ({ fromHelperId }) => fromHelperId),
      handOver.person('接手人', 'toHelper', ({ toHelperId }) => toHelperId),
      handOver('自何日起', 'handedOn'),
      handOver('原因', 'reason'),
      handOver('未办结事项数', 'matters', ({ matters }) => matters.length),
      handOver('移交日期', 'handedAt'),
      handOver('接收日期', 'acceptedAt'),
    ],
    ...placedPages(HandOver),
    ids: ({ householdId, regionId, fromHelperId, toHelperId }) => ({
      households: [householdId],
      regions: [regionId],
      people: [fromHelperId, toHelperId],
    }),
  }),
};
async function gapsIn(context: HouseholdsContext, { regionId, quarter }: ListAsked, args: PageArgs) {
  const { from, until } = parseQuarter(quarter ?? '');
  const tomorrow = addDays(await todayInBeijing.load(context, 'today'), 1);
  const range = await wholeRange(context, regionId);
  if (tomorrow <= from) return { items: [], hasNextPage: false };
  return listGaps(context, { range, from, until: until < tomorrow ? until : tomorrow }, args);
}
