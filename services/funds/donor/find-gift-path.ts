// Finds where a gift went (查询捐赠去向): for whoever shows the number and code of its receipt, signed in or not; kept, and only so many wrong tries.
import { createHash } from 'node:crypto';
import { newId } from '#platform/database/new-id';
import type { FundsContext } from '../tools';
import { donorRefusals } from './donor-refusals.rules';
import type { GivenItem } from './gift-goods.rules';
import { GiftPath } from './gift-path.entity';
import { type PaidInTown, type PaidOtherwise, usesOf } from './gift-path.rules';
import { asShown, codeAsPrinted, giftLookUpLimits } from './look-up.rules';

interface Told {
  giftId: string;
  number: string;
  kind: string;
  fundName: string;
  receiptNumber: string;
  acceptedOn: string;
  purpose: string | null;
  targetGroup: string | null;
  restrictedRegionId: string | null;
  received: string;
  money: { whole: string; unused: string; underWay: string; paid: string };
  items: GivenItem[];
  toHouseholds: PaidInTown[];
  otherwise: PaidOtherwise[];
}

export async function findGiftPath(
  { caller, inScope, tools }: FundsContext,
  shownNumber: string,
  shownCode: string,
): Promise<GiftPath | null> {
  const number = asShown(shownNumber);
  const { personalData } = tools;
  const lookUpId = newId();
  const { mostOfNumber, mostOfPlace } = giftLookUpLimits;
  const asked = [
    ...[lookUpId, number, createHash('sha256').update(codeAsPrinted(shownCode)).digest('hex')],
    ...[personalData.blindIndex(`receipt ${number}`), personalData.blindIndex(`address ${caller.address ?? ''}`)],
    ...[mostOfNumber, mostOfPlace],
  ];
  return inScope.write(
    { action: 'giftPath', kind: 'sight', target: lookUpId },
    async ({ query }) => {
      const [begun] = await query<{ verdict: string }>(
        'select funds.begin_gift_look_up($1, $2, $3, $4, $5, $6, $7) as verdict',
        asked,
      );
      if (begun?.verdict !== 'done') throw donorRefusals.giftLookUpLimit();
      const [row] = await query<{ told: Told | null }>('select funds.gift_path($1) as told', [lookUpId]);
      return row?.told ? pathOf(row.told) : null;
    },
    'public',
  );
}

function pathOf({ money, toHouseholds, otherwise, received, ...told }: Told): GiftPath {
  const { uses, others } = usesOf(toHouseholds, otherwise);
  const { whole, unused, underWay, paid } = money;
  return Object.assign(new GiftPath(), {
    ...told,
    ...{ received: BigInt(received), whole: BigInt(whole), unused: BigInt(unused) },
    ...{ underWay: BigInt(underWay), paid: BigInt(paid), uses, others },
  });
}
