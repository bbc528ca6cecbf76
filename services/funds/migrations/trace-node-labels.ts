// What each node of a trace is called (追溯节点名称), read only of the nodes that are told: a thing above the view is told by its kind, and a notice by its number.

const own = (path: string) => `funds.in_scope(${path})`;
const NONE = { whole: 'null::bigint', number: 'null', title: 'null', detail: 'null', state: 'null' };
const PERSON = { household: 'null::uuid', payee: 'null', card: 'null' };

interface Label {
  from: string;
  path: string;
  region: string;
  whole?: string;
  number?: string;
  title?: string;
  detail?: string;
  state?: string;
  household?: string;
  payee?: string;
  card?: string;
  /** seen also otherwise than by its place */
  also?: string;
  /** the number is announced, and told also of what lies above the view */
  announced?: boolean;
}

/** Cast where the kind is this one alone: another's key may be of two parts. */
const idOf = (kind: string, part = 1) =>
  `case when n.kind = '${kind}' then split_part(asked.given, '/', ${part})::uuid end`;
const LINE = { household: 'l.household_id', payee: 'l.payee', card: 'l.masked_card' };

const labels: Readonly<Record<string, Label>> = {
  allotment: {
    from: `allotment a where a.id = ${idOf('allotment')}`,
    path: 'a.path',
    region: 'a.region_id',
    whole: '(select sum(l.amount)::bigint from allotment_line l where l.allotment_id = a.id)',
    number: 'a.number',
    title: 'a.source_level',
    detail: 'a.book',
    state: 'a.state',
    // A town reads the head of the notice that its money came with.
    also: `exists (select 1 from allotment_line l where l.allotment_id = a.id and ${own('l.path')})`,
    announced: true,
  },
  lot: {
    from: `allotment_line l join allotment a on a.id = l.allotment_id where l.id = ${idOf('lot')}`,
    ...{ path: 'l.path', region: 'l.region_id', whole: 'l.amount', number: 'a.number', title: 'l.purpose' },
    ...{ detail: 'l.book', state: 'a.state', announced: true },
  },
  project: {
    from: `project p where p.id = ${idOf('project')}`,
    ...{ path: 'p.path', region: 'p.region_id', number: 'p.number', title: 'p.name' },
  },
  distribution: {
    from: `asset_distribution d join asset a on a.id = d.asset_id where d.id = ${idOf('distribution')}`,
    ...{
      path: 'd.path',
      region: 'd.region_id',
      whole: 'd.pool',
      number: 'a.number',
      title: 'a.name',
      detail: 'd.year::text',
    },
  },
  disbursement: {
    from: `disbursement d where d.id = ${idOf('disbursement')}`,
    ...{
      path: 'd.path',
      region: 'd.region_id',
      whole: 'd.total',
      number: 'd.number',
      title: 'd.purpose',
      state: 'd.state',
    },
  },
  village: {
    from: `disbursement d join scope v on v.region_id = ${idOf('village', 2)} where d.id = ${idOf('village')}`,
    ...{ path: 'v.path', region: 'v.region_id', number: `case when ${own('d.path')} then d.number end` },
  },
  payment: {
    from: `disbursement_line l where l.id = ${idOf('payment')}`,
    ...{ path: 'l.path', region: 'l.region_id', whole: 'l.amount', title: 'l.purpose', state: 'l.state' },
    ...LINE,
  },
  cardBatch: {
    from: `card_batch b where b.id = ${idOf('cardBatch')}`,
    ...{
      path: 'b.path',
      region: 'b.region_id',
      whole: 'b.total',
      number: 'b.number',
      title: 'b.purpose',
      state: 'b.state',
    },
  },
  bankLine: {
    from: `card_line c where c.id = ${idOf('bankLine')}`,
    ...{
      path: 'c.path',
      region: 'c.region_id',
      whole: 'c.amount',
      number: 'c.reference',
      detail: 'c.reason',
      state: 'c.state',
    },
    ...{ household: 'c.household_id', payee: 'c.payee', card: `'**** ' || c.card_tail` },
  },
  recipients: { from: `scope v where v.region_id = ${idOf('recipients')}`, path: 'v.path', region: 'v.region_id' },
  card: {
    from: `disbursement_line l where l.id = ${idOf('card')}`,
    ...{ path: 'l.path', region: 'l.region_id', ...LINE },
  },
  contract: {
    from: `reimbursement r where r.id = ${idOf('contract')}`,
    ...{
      path: 'r.path',
      region: 'r.region_id',
      whole: 'r.contracted',
      number: 'r.number',
      title: 'r.title',
      detail: 'r.payee',
    },
  },
  fundPayment: {
    from: `charity_payment c where c.id = ${idOf('fundPayment')}`,
    ...{ path: 'c.path', region: 'c.region_id', whole: 'c.amount', number: 'c.voucher', title: 'c.item' },
    ...{ detail: 'c.payee', state: 'c.state' },
  },
  claim: {
    from: `stage_claim c join reimbursement r on r.id = c.reimbursement_id where c.id = ${idOf('claim')}`,
    ...{
      path: 'c.path',
      region: 'c.region_id',
      whole: 'c.amount',
      number: 'r.number',
      title: 'c.stage',
      state: 'c.state',
    },
  },
};

function labelSql([kind, { from, path, region, announced, also, ...told }]: [string, Label]): string {
  const { whole, number, title, detail, state, household, payee, card } = { ...NONE, ...PERSON, ...told };
  const seen = also ? `(${own(path)} or ${also})` : own(path);
  const ifOwn = (value: string) => `case when ${seen} then ${value} end`;
  const always = (value: string) => (announced ? value : ifOwn(value));
  return `(select ${ifOwn(whole)} as whole, ${always(number)} as number, ${always(title)} as title, ${always(detail)} as detail, ${ifOwn(state)} as state,
    ${announced || kind === 'recipients' || kind === 'village' ? region : ifOwn(region)} as region_id, ${ifOwn(household)} as household_id, ${ifOwn(payee)} as payee, ${ifOwn(card)} as card, ${seen} as own
    from ${from})`;
}

/** What came back is named by the batch that paid it, or by its line. */
const RETURN = `(select null::bigint, d.number, null, (select r.reason from payment_return r where r.line_id = l.id order by r.id desc limit 1), null, l.region_id, l.household_id, l.payee, l.masked_card, true
    from disbursement_line l join disbursement d on d.id = l.disbursement_id where l.id = ${idOf('return')} and funds.in_scope(l.path))
  union all (select null, d.number, null, null, null, d.region_id, null, null, null, true from disbursement d where d.id = ${idOf('return')} and funds.in_scope(d.path))`;

export const labelOfNode = `(${Object.entries(labels).map(labelSql).join('\n  union all ')}\n  union all ${RETURN})`;
