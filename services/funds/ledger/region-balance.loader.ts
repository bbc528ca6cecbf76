// Balances of regions on days gone by, in one statement; a region that was not wholly in scope is left out.
import { defineLoader } from '#platform/graph/loader';
import { rangesOf } from '../region-day/region-ranges.query';
import type { BookAccount } from './ledger.rules';
import { RegionBalance } from './region-balance.entity';

interface BalanceRow {
  key: string;
  account: BookAccount;
  amount: bigint;
}

const BALANCES = 'select key, account, amount from funds.balances_on($1, $2, $3, $4)';

export const balanceOfRegionDay = defineLoader<RegionBalance | null>(
  'balances of a region and day',
  () => null,
  async (rows, keys, context) => {
    const asked = await rangesOf(context, keys);
    const found = new Map(asked.map(({ key }) => [key, emptyBalance()]));
    if (asked.length === 0) return found;
    const sums = await rows.query<BalanceRow>(BALANCES, [
      asked.map(({ key }) => key),
      asked.map(({ period }) => period),
      asked.map(({ lo }) => lo),
      asked.map(({ hi }) => hi),
    ]);
    for (const { key, account, amount } of sums) {
      const balance = found.get(key);
      if (!balance) continue;
      // The account that money comes from is below zero by as much as was issued; what went on to other lines is issued there.
      if (account === 'issued' || account === 'decomposed' || account === 'carried' || account === 'reclaimed')
        balance.issued -= amount;
      else if (account === 'available' || account === 'frozen') balance.available += amount;
      else if (account === 'reserved' || account === 'paid') balance[account] += amount;
    }
    return found;
  },
);

function emptyBalance(): RegionBalance {
  return Object.assign(new RegionBalance(), { issued: 0n, available: 0n, reserved: 0n, paid: 0n });
}
