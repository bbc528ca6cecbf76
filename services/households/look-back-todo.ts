// What may wait for somebody in a look-back (回头看待办): households to check, what is wrong, what was put right by others, a campaign to close.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

/** Of the own range by the row policies; one line a campaign, because a list of each household would bury all else. */
const toCheck = `select t.id, me.region as region_id, t.title || '：待核查' || w.left_over || '户' as about, t.opened_at as since, t.visit_until as due_on
  from households.look_back t, me cross join lateral (select count(*)::int as left_over from households.look_back_case c
    where c.look_back_id = t.id and c.state = 'to-check') w
  where t.closed_at is null and me.post in ('village-clerk', 'first-secretary', 'town-officer') and w.left_over > 0`;

const one = (state: string, since: string, due: string, apart = 'true') =>
  `select t.id, t.region_id, t.finding as about, t.${since} as since, l.${due} as due_on
   from households.look_back_case t join households.look_back l on l.id = t.look_back_id, me
   where t.state = '${state}' and l.closed_at is null and ${apart}`;

export const lookBackTodo: readonly TodoSource[] = [
  {
    kind: 'check-look-back',
    title: { zh: '回头看入户核查', en: 'Check households of a look-back' },
    verb: 'checkLookBackCase',
    subject: 'LookBack',
    scopes: ['region'],
    rows: toCheck,
  },
  {
    kind: 'fix-look-back-case',
    title: { zh: '回头看问题整改', en: 'Put right what a look-back found' },
    verb: 'fixLookBackCase',
    subject: 'LookBackCase',
    scopes: ['region'],
    // District and zone may help: what waits for each village is on the list of village and town.
    rows: one('problem', 'checked_at', 'recheck_until', `me.post in ('village-clerk', 'town-officer')`),
  },
  {
    kind: 'recheck-look-back-case',
    title: { zh: '回头看复核', en: 'Re-check a case of a look-back' },
    verb: 'recheckLookBackCase',
    subject: 'LookBackCase',
    scopes: ['region'],
    // Above the region whose campaign it is, re-checks are samples: nobody waits for them.
    rows: one(
      'fixed',
      'fixed_at',
      'recheck_until',
      `(me.post = 'town-officer' or me.region = l.region_id) and ${othersMade('checked_by', 'fixed_by')}`,
    ),
  },
  {
    kind: 'close-look-back',
    title: { zh: '回头看销号', en: 'Close a look-back' },
    verb: 'closeLookBack',
    subject: 'LookBack',
    scopes: ['region'],
    // One from above is seen, and only a part of its cases: it is closed where it was opened, or above.
    rows: `select t.id, t.region_id, t.title as about, t.opened_at as since, t.close_until as due_on from households.look_back t, me
      where t.closed_at is null and ${othersMade('opened_by')}
        and exists (select 1 from households.scope s where s.region_id = me.region and starts_with(t.path, s.path))
        and not exists (select 1 from households.look_back_case c where c.look_back_id = t.id and c.state in ('to-check', 'problem', 'fixed'))`,
  },
];
