// The kinds of pack that every subgraph decides by (共用规则包): organisation keeps them, and tells all others what stands with the region tree.
import { obligationKind } from '../../obligation/obligation-pack';
import { calendarKind } from '../../obligation/work-calendar';
import type { PackKind } from '../../vocabulary/pack';
import { noticeClockKind } from '../todo/notice-clock';

/** The migration that announces them names the same. */
export const sharedKinds: readonly PackKind[] = [calendarKind, obligationKind, noticeClockKind];
