// The words of findings on paper (问题清单用语): states and sources as they are printed.
import { FindingSource, FindingState } from './finding/finding.entity';

export const stateWords: Readonly<Record<FindingState, string>> = {
  found: '已发现',
  assigned: '已交办',
  accepted: '已签收',
  rectifying: '整改中',
  'closure-requested': '申请销号',
  rechecked: '复核通过',
  closed: '已销号',
  returned: '已退回',
  accountable: '已问责',
};

export const sourceWords: Readonly<Record<FindingSource, string>> = {
  inspection: '督查',
  'public-report': '群众举报',
  manual: '日常工作',
  monitoring: '结算监测',
};

export function beijingTime(at: Date | null): string {
  return at ? new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ') : '';
}
