// A second, naive settlement in SQL (SQL 朴素结算): numeric fen, one layer after the other, written from the clauses and not from the engine.

/** Answers what each layer pays, then the patient, as text. No pack that ships has groups, variants or listed totals: they are not its matter. */
export const NAIVE_SETTLEMENT = `
create function pg_temp.used(year jsonb, name text) returns numeric language sql immutable as $$ select coalesce((year ->> name)::numeric, 0) $$;
create function pg_temp.naive_settle(pack jsonb, facts jsonb, parts jsonb, year jsonb, given jsonb) returns text[] language plpgsql as $naive$
declare
  all_parts text[] := array['class-a', 'class-b', 'above-limit', 'first-borne', 'class-c'];
  grade text := facts ->> 'hospitalGrade';
  level text := facts ->> 'hospitalLevel';
  l jsonb; f jsonb; w jsonb; k text;
  reach text[]; sides text[];
  open numeric; base numeric; whole numeric; deductible numeric; excess numeric; start numeric; due numeric; pays numeric; rest numeric; piece numeric;
  told text[] := '{}';
begin
  for l in select * from jsonb_array_elements(pack -> 'layers') loop
    f := l -> 'feeds'; w := coalesce(l -> 'when', '{}');
    if not given ? (l ->> 'layer') and ((jsonb_array_length(l -> 'tags') > 0 and not l -> 'tags' ?| array(select jsonb_array_elements_text(facts -> 'tags')))
      or (facts ->> 'insured' = 'none' and l ->> 'payer' in ('basic-insurance', 'critical-illness-insurance'))
      or (facts ->> 'area' = 'out' and l ->> 'payer' = 'hospital')
      or not coalesce(w -> 'encounters' ? (facts ->> 'encounter'), true) or not coalesce(w -> 'areas' ? (facts ->> 'area'), true)) then
      told := told || '0'::text;
      continue;
    end if;
    reach := case l ->> 'base' when 'in-policy-residual' then all_parts[1:2] when 'out-of-policy-residual' then all_parts[3:5]
      when 'fee-class' then array(select jsonb_array_elements_text(l -> 'feeParts')) else all_parts end;
    select sum((parts ->> ('left ' || r))::numeric), sum((parts ->> r)::numeric) into open, whole from unnest(reach) r;
    base := open;
    if l ->> 'base' = 'whole-bill' then select sum((parts ->> r)::numeric) into base from unnest(all_parts) r; end if;
    deductible := coalesce(100 * (l #>> array['deductible', 'amounts', grade])::numeric, 0);
    if l #>> '{deductible,per}' = 'year' then deductible := greatest(0, deductible - pg_temp.used(year, f ->> 'deductible')); end if;
    deductible := least(deductible, base);
    excess := base - deductible;
    if l ->> 'kind' = 'top-up' then
      due := open - whole * (l #>> array['patientShareByGrade', grade])::numeric;
    elsif l ->> 'kind' = 'year-cap' then
      sides := case l ->> 'base' when 'in-policy-residual' then array['in-policy'] when 'out-of-policy-residual' then array['out-of-policy']
        else array['in-policy', 'out-of-policy'] end;
      due := open - greatest(0, least(
        coalesce(100 * (l #>> array['patientCapByLevel', level])::numeric - (select sum(pg_temp.used(year, 'patient-borne-at/' || s || '/' || level)) from unnest(sides) s), 1e18),
        coalesce(100 * (l ->> 'patientCapPerYear')::numeric - (select sum(pg_temp.used(year, 'patient-borne/' || s || '/grade-' || g)) from unnest(sides) s, generate_series(1, 3) g), 1e18)));
    elsif jsonb_array_length(l -> 'brackets') > 0 then
      start := case l ->> 'bracketsMeasure' when 'year-burden' then pg_temp.used(year, f ->> 'base') + deductible else pg_temp.used(year, f ->> 'excess') end;
      select sum(greatest(0, least(start + excess, coalesce(100 * (b ->> 'to')::numeric, 1e18)) - greatest(start, 100 * (b ->> 'from')::numeric)) * (b ->> 'rate')::numeric)
        into due from jsonb_array_elements(l -> 'brackets') b;
    else
      due := excess * coalesce(l #>> array['rate', grade], l ->> 'rate')::numeric;
    end if;
    pays := round(greatest(0, due));
    if l ->> 'capPerStay' is not null then pays := least(pays, 100 * (l ->> 'capPerStay')::numeric); end if;
    if l ->> 'capPerYear' is not null then pays := least(pays, greatest(0, 100 * (l ->> 'capPerYear')::numeric - pg_temp.used(year, f ->> 'paid'))); end if;
    pays := coalesce((given ->> (l ->> 'layer'))::numeric, least(pays, open));
    rest := pays;
    foreach k in array all_parts loop
      if not k = any (reach) then continue; end if;
      piece := least(rest, (parts ->> ('left ' || k))::numeric);
      parts := parts || jsonb_build_object('left ' || k, (parts ->> ('left ' || k))::numeric - piece);
      rest := rest - piece;
    end loop;
    for k, piece in select * from (values (f ->> 'deductible', deductible), (f ->> 'base', base), (f ->> 'excess', excess), (f ->> 'paid', pays)) v where v.column1 is not null loop
      year := year || jsonb_build_object(k, pg_temp.used(year, k) + piece);
    end loop;
    told := told || round(pays)::text;
  end loop;
  return told || (select round(sum((parts ->> ('left ' || r))::numeric))::text from unnest(all_parts) r);
end $naive$`;
