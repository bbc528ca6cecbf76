// Plays a history in one statement: each deed in a transaction of its own within it, judged as if it were committed, with what the books say after each.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { RoleNames } from '#platform/database/roles';

export interface Call {
  /** whose role: of an officer over a region, of oneself, or of nobody (what lies outside a history) */
  as: 'region' | 'own' | null;
  by?: string;
  at?: string;
  sql: string;
}
export interface Told {
  /** `done`, another verdict, or the constraint that refused */
  verdict: string;
  /** of the books after it */
  books: string;
}

/** What a history made is told to it, so that nothing else of the city is read. */
const PLAY = `
create or replace function pg_temp.books(p_lots uuid[], p_batches uuid[]) returns text language sql as $books$
  select coalesce(string_agg(row, E'\\n' order by row collate "C"), '') from (
    select b.lot_id || ' ' || b.account || ' ' || b.amount as row from funds.balance b where b.lot_id = any (p_lots) and b.amount <> 0
    union all select d.id || ' ' || d.state || ' ' || d.returned || ' ' || d.released from funds.disbursement d where d.id = any (p_batches)
    union all select l.id || ' ' || l.state || ' ' || l.returned from funds.disbursement_line l where l.disbursement_id = any (p_batches)
    union all select c.reference || ' ' || c.state from funds.card_line c where c.disbursement_id = any (p_batches)
  ) told
$books$;
create or replace function pg_temp.play(p_deeds jsonb, p_plain boolean) returns jsonb language plpgsql as $play$
declare
  deed jsonb;
  call jsonb;
  verdict text;
  broken text;
  lots uuid[] := '{}';
  batches uuid[] := '{}';
  told jsonb[] := '{}';
  said text;
begin
  for deed in select value from jsonb_array_elements(p_deeds) loop
    begin
      for call in select value from jsonb_array_elements(deed -> 'calls') loop
        if call ->> 'as' is not null then
          perform set_config('scope.person', call ->> 'by', true), set_config('scope.lo', s.path, true), set_config('scope.hi', left(s.path, -1) || '0', true), set_config('role', call ->> 'as', true)
            from funds.scope s where s.region_id = (call ->> 'at')::uuid;
        end if;
        execute call ->> 'sql' into verdict;
        perform set_config('role', 'none', true);
        if verdict <> 'done' then raise exception '%', verdict using errcode = 'PT001'; end if;
      end loop;
      set constraints all immediate;
      set constraints all deferred;
      verdict := 'done';
      lots := lots || array(select value::uuid from jsonb_array_elements_text(deed -> 'lots'));
      batches := batches || array(select value::uuid from jsonb_array_elements_text(deed -> 'batches'));
    exception
      when sqlstate 'PT001' then verdict := sqlerrm;
      when others then get stacked diagnostics broken = constraint_name; verdict := coalesce(nullif(broken, ''), sqlerrm);
    end;
    said := pg_temp.books(lots, batches);
    told := told || jsonb_build_array(verdict, case when p_plain then said else md5(said) end);
  end loop;
  -- The journals alone give every balance, and every fen of a payment by card has one line of a notice.
  select string_agg(flaw, ', ') into broken from (
    select 'balance ' || b.lot_id || ' ' || b.account as flaw from funds.balance b
      where b.lot_id = any (lots) and b.amount <> (select coalesce(sum(p.amount), 0) from funds.posting p where p.lot_id = b.lot_id and p.account = b.account)
    union all select 'journal ' || p.journal_id from funds.posting p where p.lot_id = any (lots) group by p.journal_id, p.lot_id, funds.is_cash(p.account) having sum(p.amount) <> 0
    union all select 'card ' || c.reference from funds.card_line c left join lateral (
        select count(distinct p.lot_id) as lots, count(distinct line.id) as lines, sum(p.amount) as fen, bool_and(p.lot_id = c.lot_id) as own
        from funds.journal j join funds.posting p on p.journal_id = j.id and p.account = 'paid' join funds.allotment_line line on line.id = p.lot_id
        where j.line_id = c.disbursement_line_id and j.kind = 'pay' and not exists (select 1 from funds.journal u where u.reverses_id = j.id)
      ) paid on true
      where c.disbursement_id = any (batches) and c.state = 'paid' and (paid.lots, paid.lines, paid.fen, paid.own) is distinct from (1::bigint, 1::bigint, c.amount::numeric, true)
  ) flaws;
  return jsonb_build_object('told', to_jsonb(told), 'broken', broken);
end $play$;`;

export const openPlay = (sql: Client) => sql.query(PLAY);
export const md5 = (text: string) => createHash('md5').update(text).digest('hex');

export async function playHistory(
  sql: Client,
  deeds: readonly { calls: readonly Call[]; lots: readonly string[]; batches: readonly string[] }[],
  plain = false,
): Promise<{ told: Told[]; broken: string | null }> {
  const names = new RoleNames('fund', 'funds');
  const given = deeds.map(({ calls, lots, batches }) => ({
    ...{ lots, batches },
    calls: calls.map((call) => ({ ...call, as: call.as && names.kind(call.as) })),
  }));
  const { rows } = await sql.query('select pg_temp.play($1, $2) as played', [JSON.stringify(given), plain]);
  const { told, broken } = rows[0].played as { told: [string, string][]; broken: string | null };
  return { told: told.map(([verdict, books]) => ({ verdict, books })), broken };
}
