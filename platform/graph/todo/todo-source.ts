// What may wait for somebody (待办来源): by the verb that would do it, so that whoever may do it and reaches the row has it on his list.
import type { ScopeKind } from '../../vocabulary/caller';
import type { BilingualText } from '../../vocabulary/refusal';

export interface TodoSource {
  /** `approve-minutes`; told to clients, never renamed */
  kind: string;
  title: BilingualText;
  /** the mutation that does it: who may is looked up in the permission table */
  verb: string;
  /** the type in the graph that it is about */
  subject: string;
  /** kinds of scope whose role reads these rows */
  scopes: readonly ScopeKind[];
  /**
   * A select under the caller's own rows of `id`, `region_id`, `about`, `since` and `due_on`; the caller is `me`: `person`, `unit`, `region`,
   * `post`, `mine` (everybody he acts for), `today`, and `superior` and `director`, the days after which an overdue matter goes up,
   * and `urge_every`, the days within which it is not urged again.
   */
  rows: string;
}

/** That none of these columns holds a hand of the caller or of anybody whom he stands for: `hands.ts` keeps the second. */
export function othersMade(...columns: string[]): string {
  return columns
    .map(
      (column) =>
        `(t.${column} = any (me.mine)) is not true and ((t.hands ->> '${column}')::uuid = any (me.mine)) is not true`,
    )
    .join(' and ');
}

/** Exemptions from obligations are one table in three subgraphs. */
export function exemptionSource(source: Pick<TodoSource, 'title' | 'verb' | 'subject'>, schema: string, also = 'true') {
  const rows = `select t.id, t.region_id, t.line as about, t.requested_at as since, t.window_until - 1 as due_on
    from ${schema}.obligation_exemption t, me where t.outcome is null and ${othersMade('requested_by')} and ${also}`;
  return { ...source, kind: 'decide-exemption', scopes: ['region'], rows } as const satisfies TodoSource;
}

/** So are drafts of rule packs. */
export function packSource(verb: string, schema: string): TodoSource {
  return {
    kind: 'approve-pack',
    title: { zh: '批准规则包', en: 'Approve a rule pack' },
    verb,
    subject: 'Pack',
    scopes: ['region'],
    rows: `select t.id, t.region_id, t.name as about, t.drafted_at as since, t.effective_from as due_on
      from ${schema}.pack t, me where t.approved_at is null and t.withdrawn_at is null and ${othersMade('drafted_by')}`,
  };
}
