// Prices uploaded fees by the catalogue (费用审核): class, what is first borne, what is above a limit, and what nobody consented to.
import Big from 'big.js';
import { type Fen, parseYuan, shareOf } from '#platform/vocabulary/money';
import type { FeePart } from '../settlement-policy/encounter-facts.rules';
import type { CatalogueItem, MedicalCatalogue } from './medical-catalogue.rules';

export interface ItemLine {
  itemCode: string;
  quantity: string;
  amount: Fen;
  /** the patient signed for this self-funded item (自费项目签字同意) */
  consent: boolean;
  servedOn?: string | null;
}

export interface PricedLine extends ItemLine {
  name: string;
  feeClass: 'a' | 'b' | 'c';
  parts: Partial<Record<FeePart, Fen>>;
  unconsented: Fen;
  outOfPolicy: Fen;
}

export interface PricedFees {
  lines: PricedLine[];
  /** codes that this catalogue does not know: nothing is priced by guess */
  unknownCodes: string[];
}

const indexes = new WeakMap<MedicalCatalogue, ReadonlyMap<string, CatalogueItem>>();
function itemsOf(catalogue: MedicalCatalogue): ReadonlyMap<string, CatalogueItem> {
  const index = indexes.get(catalogue) ?? new Map(catalogue.items.map((item) => [item.code, item]));
  indexes.set(catalogue, index);
  return index;
}

export function priceFees(catalogue: MedicalCatalogue, lines: readonly ItemLine[]): PricedFees {
  const items = itemsOf(catalogue);
  const unknownCodes = [...new Set(lines.map(({ itemCode }) => itemCode).filter((code) => !items.has(code)))].sort();
  if (unknownCodes.length > 0) return { lines: [], unknownCodes };
  const left = new Map(catalogue.ceilings.map(({ name, perStay }) => [name, parseYuan(perStay)]));
  const priced = new Map<number, PricedLine>();
  // Who uses up a ceiling first is not a matter of how a hospital sorts its lines.
  const order = lines.map((line, at) => ({ line, at })).sort((one, other) => compare(one.line, other.line));
  for (const { line, at } of order) {
    const item = items.get(line.itemCode) as CatalogueItem;
    priced.set(at, priceLine(line, item, left));
  }
  return { lines: lines.map((_, at) => priced.get(at) as PricedLine), unknownCodes: [] };
}

function compare(one: ItemLine, other: ItemLine): number {
  if (one.itemCode !== other.itemCode) return one.itemCode < other.itemCode ? -1 : 1;
  if (one.amount !== other.amount) return one.amount < other.amount ? -1 : 1;
  const quantity = new Big(one.quantity).cmp(other.quantity);
  if (quantity !== 0) return quantity;
  // Of two that are alike but for their day the earlier one uses the ceiling up first.
  const [day, otherDay] = [one.servedOn ?? '', other.servedOn ?? ''];
  return day === otherDay ? 0 : day < otherDay ? -1 : 1;
}

function priceLine(line: ItemLine, item: CatalogueItem, left: Map<string, Fen>): PricedLine {
  const { name, feeClass } = item;
  const whole = { ...line, name, feeClass, unconsented: 0n };
  if (feeClass === 'c') {
    const borne = line.consent
      ? { parts: { 'class-c': line.amount }, unconsented: 0n }
      : { parts: {}, unconsented: line.amount };
    return { ...whole, ...borne, outOfPolicy: line.amount };
  }
  const within = underCeiling(item, left, least(line.amount, limitOf(item, line.quantity)));
  const firstBorne = feeClass === 'b' ? shareOf(within, item.firstBorne ?? '0') : 0n;
  const inside = within - firstBorne;
  const parts: PricedLine['parts'] = {
    [feeClass === 'b' ? 'class-b' : 'class-a']: inside,
    'above-limit': line.amount - within,
    'first-borne': firstBorne,
  };
  return { ...whole, parts, outOfPolicy: line.amount - inside };
}

function limitOf({ priceLimit }: CatalogueItem, quantity: string): Fen {
  // no limit: more than any amount
  return priceLimit === null ? 10n ** 18n : shareOf(parseYuan(priceLimit), new Big(quantity));
}

function underCeiling({ ceiling }: CatalogueItem, left: Map<string, Fen>, amount: Fen): Fen {
  const open = ceiling === null ? null : (left.get(ceiling) ?? null);
  if (ceiling === null || open === null) return amount;
  const within = least(open, amount);
  left.set(ceiling, open - within);
  return within;
}

const least = (one: Fen, other: Fen): Fen => (one < other ? one : other);
