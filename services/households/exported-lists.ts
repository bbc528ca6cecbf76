// The lists that go out as workbooks (可导出的清单), all of them by name.
import { checkLists } from './exported-check-lists';
import { determinationLists } from './exported-determination-lists';
import { goodsLists } from './exported-goods-lists';
import { helpLists } from './exported-help-lists';
import { memberLists } from './exported-member-lists';
import { pairingLists } from './exported-pairing-lists';
import { policyLists } from './exported-policy-lists';
import { registerLists } from './exported-register-lists';
import { visitLists } from './exported-visit-lists';
import { yearLists } from './exported-year-lists';
import type { ExportableList } from './list-export/exportable-list.rules';
import type { ExportedList } from './list-export/exported-list';

export const exportedLists: Readonly<Record<ExportableList, ExportedList>> = {
  ...memberLists,
  ...registerLists,
  ...yearLists,
  ...visitLists,
  ...pairingLists,
  ...helpLists,
  ...determinationLists,
  ...checkLists,
  ...goodsLists,
  ...policyLists,
};
