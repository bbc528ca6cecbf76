// What waits for somebody in programmes (专项待办): cases whose next step is his post's, and a check never for who made it.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const programmeTodo: readonly TodoSource[] = [
  {
    kind: 'take-programme-step',
    title: { zh: '办理专项事项', en: 'Take a case of a programme a step on' },
    verb: 'takeProgrammeStep',
    subject: 'ProgrammeCase',
    scopes: ['region', 'paired'],
    rows: `select t.id, t.region_id, t.number as about, t.since, t.due_on from households.programme_case t, me
      where t.waiting_posts @> array[me.post] and (not t.waiting_check or (${othersMade('maker_id')}))`,
  },
  {
    kind: 'count-goods',
    title: { zh: '清点捐赠物资', en: 'Count donated goods' },
    verb: 'countGoods',
    subject: 'GoodsLot',
    scopes: ['region'],
    rows: `select l.id, l.region_id, l.good || ' ' || l.quantity || l.unit as about, l.recorded_at as since, null::date as due_on
      from households.goods_balance b join households.goods_lot l on l.id = b.lot_id, me
      where b.announced > 0 and b.region_id = me.region and not coalesce(l.accepted_by = any(me.mine), false)`,
  },
  {
    kind: 'publish-policy',
    title: { zh: '发布政策', en: 'Publish a policy' },
    verb: 'publishPolicy',
    subject: 'Policy',
    scopes: ['region', 'unit'],
    rows: `select t.id, t.region_id, t.title as about, t.drafted_at as since, t.effective_from as due_on from households.policy t, me
      where t.published_at is null and (${othersMade('drafted_by')})`,
  },
];
