// A place in an answer (答复中的位置): where a value is put, where its error is told, and how far a null rises from it.
import type { FieldPlan } from './plan-shapes';

/** A place in the answer: what holds it, and whether it may be null. */
export interface Place {
  readonly above: Place | null;
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly nullable: boolean;
  /** nulled because something below that may not be null failed */
  dead: boolean;
}

/** Nulls the nearest place that may be null; false when that was done before, for another failure below it. */
export function nullAt(holder: Place['holder'], key: Place['key'], nullable: boolean, place: Place): boolean {
  let nulled: Pick<Place, 'holder' | 'key' | 'nullable'> = { holder, key, nullable };
  for (let above: Place | null = place; !nulled.nullable && above; above = above.above) {
    if (above.dead) return false;
    above.dead = true;
    nulled = above;
  }
  nulled.holder[nulled.key] = null;
  return true;
}

export function pathTo(place: Place, key: string | number): (string | number)[] {
  const path = [key];
  // The topmost place is the answer itself.
  for (let at: Place | null = place; at?.above; at = at.above) path.unshift(at.key);
  return path;
}

export function nullRefused({ parent, name }: FieldPlan): Error {
  return new Error(`Cannot return null for non-nullable field ${parent.name}.${name}.`);
}
