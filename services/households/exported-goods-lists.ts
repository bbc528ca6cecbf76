// Lists of goods and of dibao (物资、低保比对清单) that go out as workbooks.
import { placedCursor } from '#platform/database/page';
import { maskFromTail, maskName } from '#platform/vocabulary/identity-number';
import { listDifferences } from './dibao/dibao-comparison.loader';
import type { DibaoDifference } from './dibao/dibao-list.entity';
import { exportedList } from './list-export/exported-list';
import { placedPages } from './list-export/list-placed';
import { head, number, ofType, placeAt, regionIn, textOf } from './list-export-columns';
import { balanceOfLot, listBatches, listLots } from './love-package/goods.loader';
import type { GoodsBalance, GoodsLot } from './love-package/goods-lot.entity';
import { GoodsMove } from './love-package/goods-move.entity';
import type { PackageBatch } from './love-package/package-batch.entity';

type Stocked = GoodsLot & { balance: GoodsBalance | null };

const lot = ofType<Stocked>('GoodsLot');
const balance = ofType<Stocked & GoodsBalance>('GoodsBalance');
const move = ofType<GoodsMove>('GoodsMove');
const batch = ofType<PackageBatch>('PackageBatch');
const difference = ofType<DibaoDifference>('DibaoDifference');
const sources = { bought: '购入', donated: '捐赠' };
const moves = {
  allocate: '分配',
  deliver: '签收',
  'give-back': '退库',
  'send-on': '调拨',
  'count-in': '清点入库',
  missing: '短少',
  withdraw: '撤回',
};
const kinds = {
  'not-registered': '名单内而未在册',
  'not-marked': '名单内而登记非低保',
  'not-listed': '登记为低保而名单内无人',
};
const stands = (title: string, field: keyof GoodsBalance & string) =>
  balance(title, field, (row) => textOf(row.balance?.[field]));

export const goodsLists = {
  goodsLots: exportedList<Stocked>({
    title: '物资批',
    columns: [
      regionIn('GoodsLot', '存放地区'),
      lot('物资', 'good'),
      lot('计量单位', 'unit'),
      lot.worded('来源', 'source', sources),
      lot('捐赠人', 'donor'),
      lot('入库凭证号', 'documentNumber'),
      lot('入库日期', 'receivedOn'),
      lot('数量', 'quantity'),
      stands('库存', 'stock'),
      stands('已分配未签收', 'allocated'),
      stands('已签收', 'delivered'),
      stands('已调拨下级', 'sentOn'),
      stands('待清点', 'announced'),
      stands('短少', 'missing'),
      stands('撤回', 'withdrawn'),
      lot('捐赠票据号', 'receiptNumber'),
      lot('限定用途', 'restrictedPurpose'),
    ],
    async page(context, { regionId }, args) {
      const { items, hasNextPage } = await listLots(context, regionId ?? '', args);
      const balances = await Promise.all(items.map(({ id }) => balanceOfLot.load(context, id)));
      return { items: items.map((row, at) => Object.assign(row, { balance: balances[at] ?? null })), hasNextPage };
    },
    cursor: placedCursor,
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  goodsMoves: exportedList<GoodsMove>({
    title: '物资流转',
    columns: [
      placeAt,
      number,
      head,
      move('物资', 'good'),
      move('计量单位', 'unit'),
      move.worded('种类', 'kind', moves),
      move('数量', 'quantity'),
      move('日期', 'movedAt'),
    ],
    ...placedPages(GoodsMove),
    ids: ({ path, householdId }) => ({ households: [householdId], paths: [path] }),
  }),
  packageBatches: exportedList<PackageBatch>({
    title: '爱心包批次',
    columns: [
      regionIn('PackageBatch', '发放地区'),
      batch('名称', 'title'),
      batch('发放文号', 'documentNumber'),
      batch('每包内容', 'contents', ({ contents }) =>
        contents.map(({ good, quantity, unit }) => `${good} ${quantity}${unit}`).join('、'),
      ),
      batch('开立日期', 'openedAt'),
    ],
    page: (context, { regionId }, args) => listBatches(context, regionId ?? '', args),
    cursor: placedCursor,
    ids: ({ regionId }) => ({ regions: [regionId] }),
  }),
  dibaoDifferences: exportedList<DibaoDifference>({
    title: '低保比对差异',
    columns: [
      placeAt,
      number,
      head,
      difference.worded('差异', 'kind', kinds),
      difference.made('名单上的姓名（脱敏）', 'name', ({ name }) => name && maskName(name)),
      difference.made('名单上的身份证号（脱敏）', 'idNumber', ({ tail }) => tail && maskFromTail(tail)),
      difference('月保障金（元）', 'monthly'),
    ],
    page: (context, { regionId }, args) => listDifferences(context, regionId ?? '', null, args),
    cursor: placedCursor,
    ids: ({ path, householdId }) => ({ households: [householdId], paths: [path] }),
  }),
};
