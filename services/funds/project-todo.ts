// What may wait for somebody in the project library (项目待办): a step of his post, a check never for whose hand was before; in the fourth quarter what is not renewed.
import { othersMade, type TodoSource } from '#platform/graph/todo/todo-source';

export const projectTodo: readonly TodoSource[] = [
  {
    kind: 'take-project-step',
    title: { zh: '办理项目', en: 'Take a project a step on' },
    verb: 'takeProjectStep',
    subject: 'Project',
    scopes: ['region', 'unit'],
    rows: `select t.id, t.region_id, t.name as about, t.since, t.due_on from funds.project t, me
      where t.waiting_posts @> array[me.post] and (not t.waiting_check or (${othersMade('proposed_by')}
        and (case t.last_hand when 'odd' then (${othersMade('odd_hand')}) else (${othersMade('even_hand')}) end)))`,
  },
  {
    kind: 'renew-project',
    title: { zh: '项目库四季度更新', en: 'Renew what stands in the project library' },
    verb: 'takeProjectStep',
    subject: 'Project',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.name as about, make_date(extract(year from me.today)::int, t.renewal_month, 1)::timestamptz as since,
        make_date(extract(year from me.today)::int, 12, 31) as due_on
      from funds.project t, me
      where me.post = 'town-officer' and t.in_library and t.plan_year is null
        and extract(month from me.today) >= t.renewal_month
        and t.renewed_year is distinct from extract(year from me.today)::int`,
  },
  {
    kind: 'approve-annual-plan',
    title: { zh: '批准年度计划（公示已满期）', en: 'Approve an annual plan whose posting is over' },
    verb: 'approveAnnualPlan',
    subject: 'AnnualPlan',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.drafted_at as since, null::date as due_on from funds.annual_plan t, me
      where t.decided_at is null and ${othersMade('drafted_by')} and funds.notice_cleared('annual-plan', t.id, me.today)`,
  },
  {
    kind: 'post-annual-plan',
    title: { zh: '张贴年度计划公示', en: 'Post an annual plan' },
    verb: 'postFundNotice',
    subject: 'AnnualPlan',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.drafted_at as since, null::date as due_on from funds.annual_plan t, me
      where t.decided_at is null and t.region_id = me.region
        and not exists (select 1 from funds.public_notice n where n.subject_kind = 'annual-plan' and n.subject_id = t.id and n.type = 'posting' and n.state = 'posted')`,
  },
  {
    kind: 'approve-area-programme',
    title: { zh: '批准山区开发方案', en: 'Approve an area programme' },
    verb: 'approveAreaProgramme',
    subject: 'AreaProgramme',
    scopes: ['region'],
    // A town reads the programme that it lies in, and has nothing to approve.
    rows: `select t.id, t.region_id, t.name as about, t.drafted_at as since, null::date as due_on from funds.area_programme t, me
      where t.approved_at is null and ${othersMade('drafted_by')}`,
  },
  ...(
    [
      ['confirm-asset', '确认扶贫资产', 'Confirm an asset', 'confirmAsset', 'asset', 'name', 'registered'],
      [
        'confirm-asset-income',
        '确认资产收益',
        'Confirm income of an asset',
        'confirmAssetIncome',
        'asset_income',
        'document_number',
        'recorded',
      ],
    ] as const
  ).map(
    ([kind, zh, en, verb, table, about, made]): TodoSource => ({
      ...{ kind, title: { zh, en }, verb, subject: 'Asset', scopes: ['region'] },
      rows: `select t.${table === 'asset' ? 'id' : 'asset_id'} as id, t.region_id, t.${about} as about, t.${made}_at as since, null::date as due_on from funds.${table} t, me
        where t.confirmed_at is null and ${othersMade(`${made}_by`)}`,
    }),
  ),
  {
    kind: 'approve-asset-distribution',
    title: { zh: '批准收益分配方案', en: 'Approve a distribution of income' },
    verb: 'approveAssetDistribution',
    subject: 'AssetDistribution',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.document_number as about, t.drafted_at as since, null::date as due_on from funds.asset_distribution t, me
      where t.approved_at is null and ${othersMade('drafted_by')}`,
  },
  {
    kind: 'evaluate-performance',
    title: { zh: '绩效评价', en: 'Evaluate the performance of a project' },
    verb: 'evaluatePerformance',
    subject: 'PerformanceReview',
    scopes: ['region'],
    rows: `select t.id, t.region_id, p.name as about, t.self_at as since, null::date as due_on from funds.performance_review t join funds.project p on p.id = t.project_id, me
      where t.evaluated_at is null and ${othersMade('self_by')}`,
  },
  {
    kind: 'confirm-performance',
    title: { zh: '复核绩效评价', en: 'Confirm a review of performance' },
    verb: 'confirmPerformance',
    subject: 'PerformanceReview',
    scopes: ['region'],
    rows: `select t.id, t.region_id, p.name as about, t.evaluated_at as since, null::date as due_on from funds.performance_review t join funds.project p on p.id = t.project_id, me
      where t.evaluated_at is not null and t.confirmed_at is null and ${othersMade('self_by', 'evaluated_by')}`,
  },
];
