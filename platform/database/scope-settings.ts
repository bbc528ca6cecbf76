// The settings of a scope (范围设定): which of them the policies of each kind look at, and the statement that sets them for one transaction.
import type { ScopeKind } from '../vocabulary/caller';
import type { SubgraphName } from './roles';
import { type Statement, statementOf } from './statement';

const settings = ['lo', 'hi', 'households', 'person', 'unit', 'principal', 'stands'] as const;
export type Setting = (typeof settings)[number];
export type SettingValues = Readonly<Record<Setting, string>>;

/** A read sets no more than these: one that is missing is no row, and the catalogue test finds a policy that asks for another. */
export const settingsOfKind: Readonly<Record<ScopeKind, readonly Setting[]>> = {
  region: ['lo', 'hi'],
  paired: ['households'],
  unit: ['lo', 'hi', 'unit'],
  institution: ['unit'],
  own: ['person'],
  issuer: ['lo', 'hi', 'person'],
  public: [],
  desk: ['person'],
};

/** `set_config('role', …, true)` is SET LOCAL ROLE; one text for the answer, because each column costs both sides. */
function textOf(names: readonly Setting[], isRead: boolean, also = ''): string {
  const parts = [
    "set_config('role', $1, true)",
    ...(isRead ? ["set_config('transaction_read_only', 'on', true)"] : []),
  ];
  names.forEach((name, at) => {
    parts.push(`set_config('scope.${name}', $${at + 2}, true)`);
  });
  return `select ${parts.join(' || ')} as set${also}`;
}

const reads = Object.fromEntries(
  Object.entries(settingsOfKind).map(([kind, names]) => [kind, textOf(names, true)]),
) as Record<ScopeKind, string>;
/** Read under the login itself, behind the locks of the write: a tree that was applied meanwhile is noticed. */
const writes = (subgraph: SubgraphName) =>
  textOf(settings, false, `, (select epoch from ${subgraph}.scope_epoch) as epoch`);

export function readScope(role: string, kind: ScopeKind, values: SettingValues): Statement {
  return statementOf('', reads[kind], [role, ...settingsOfKind[kind].map((name) => values[name])]);
}

/** A write sets them all: what it calls may ask who writes. */
export function writeScope(role: string, subgraph: SubgraphName, values: SettingValues): Statement {
  return statementOf('', writes(subgraph), [role, ...settings.map((name) => values[name])]);
}
