// Fills the province's register: households, members, states, pairings and a quarter of visits, each row after the pattern of one of Laiwu's.
import type { Step } from '../grow-province';

export interface RegisterSize {
  households: number;
  people: number;
  /** of the first quarter of 2018 */
  visits: number;
}

/** S1's towns miss so many in a thousand household-months (data/generate/visits.ts). */
const MISSED = `(array[4, 8, 15, 25, 40, 60, 90, 130, 190])[h.town * 31 % 9 + 1]`;
const random = (key: string, seed: number) => `(hashint8extended(${key}, ${seed}) & 2147483647)`;

/** Where the members begin that are no heads. */
const OTHERS = 100_000;

/** Households in the order of their paths, with all that later steps derive from them. */
export const drawHouseholds =
  ({ households, people }: RegisterSize): Step =>
  async (run) => {
    await run(`create temp table s1_household on commit drop as
      select row_number() over (order by h.path, h.number)::int - 1 as n, (count(*) over ())::int as many, h.*, m.name as head_name
      from households.household h join households.member m on m.id = h.head_member_id`);
    await run(`
      create temp table p_household on commit drop as
      with shares as (
        select v.*, (${households}::bigint * sum(w) over (order by v.n) / sum(w) over () - ${households}::bigint * (sum(w) over (order by v.n) - w) / sum(w) over ())::int as many
        from p_village v cross join lateral (select 6 + v.n * 53 % 37 as w) weight
      ), given as (
        select v.id as region_id, v.path, v.code, v.town, serial, row_number() over (order by v.n, serial) as n,
          row_number() over (partition by v.town order by v.n, serial) - 1 as in_town
        from shares v, generate_series(1, v.many) serial
      )
      select g.n, pg_temp.time_id(g.n, 'household/' || g.n) as id, g.region_id, g.path, g.code || lpad(g.serial::text, 4, '0') as number, g.town,
        (g.in_town / 6)::int as slot, pg_temp.key_id('person/helper/' || g.town || '/' || g.in_town / 6) as helper_id, g.n * 7919 % s.many as pattern,
        -- Twenty sizes in turn: nine live alone, and one more in twenty households than households.
        (array[1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 6])[g.n * 7 % 20 + 1] as size
      from given g, (select max(many) as many from s1_household) s`);
    // What the sizes leave of the people joins those who live alone.
    await run(
      `update p_household set size = 2 where n in (
         select n from p_household where size = 1 order by n * 7 % 20, n limit (select $1::bigint - sum(size) from p_household))`,
      [people],
    );
    await run('analyze p_household');
  };

export const fillRegister =
  ({ visits }: RegisterSize): Step =>
  async (run) => {
    await run(`
      insert into households.household (id, number, region_id, path, standard, type, main_cause, other_causes, address, phone_sealed, phone_tail,
        bank_name, bank_card_sealed, bank_card_tail, registered_on, head_member_id, state, state_year)
      select h.id, h.number, h.region_id, h.path, s.standard, s.type, s.main_cause, s.other_causes,
        c.name || d.name || t.name || '第' || right(split_part(h.path, '/', 5), 3)::int || '村' || (h.n % 320 + 1) || '号', s.phone_sealed, s.phone_tail,
        replace(c.name, '市', '') || '农村商业银行' || t.name || '支行', s.bank_card_sealed, s.bank_card_tail, s.registered_on,
        pg_temp.time_id(h.n * 6, 'member/' || h.n || '/0'), s.state, s.state_year
      from p_household h join s1_household s on s.n = h.pattern join p_town t on t.n = h.town join p_county d on d.n = t.county join p_city c on c.n = t.city
      order by h.n`);
    // Heads by the place of their household, all others behind them.
    await run(`create temp table s1_member on commit drop as
      select s.n, m.* from s1_household s join households.member m on m.id = s.head_member_id
      union all
      select ${OTHERS} + row_number() over (order by m.household_id, m.id)::int - 1, m.* from households.member m where m.relation <> 'head'`);
    await run('analyze s1_member');
    // A number's index differs for each of them, and is as wide as the product's own.
    const index = (key: string) =>
      `rpad(md5(${key}) || md5('2' || ${key}), (select length(id_number_index) from s1_member limit 1), '0')`;
    await run(`
      insert into households.member (id, household_id, region_id, path, name, sex, id_number_sealed, id_number_tail, id_number_index,
        birthday, relation, ethnicity, education, health, labour, insured)
      select pg_temp.time_id(h.n * 6 + k, 'member/' || h.n || '/' || k), h.id, h.region_id, h.path, s.name, s.sex, s.id_number_sealed, s.id_number_tail,
        ${index(`'index/' || h.n || '/' || k`)}, s.birthday, s.relation, s.ethnicity, s.education, s.health, s.labour, s.insured
      from p_household h cross join generate_series(0, h.size - 1) k join s1_member s
        on s.n = case k when 0 then h.pattern else ${OTHERS} + (h.n * 5 + k) * 7919 % (select count(*) from s1_member where n >= ${OTHERS}) end
      order by h.n, k`);
    await run(`insert into households.household_state (household_id, region_id, path, year, ordinal, state)
      select h.id, h.region_id, h.path, s.year, s.ordinal, s.state
      from p_household h join s1_household p on p.n = h.pattern join households.household_state s on s.household_id = p.id order by h.n, s.year`);
    await run(`insert into households.pairing (id, household_id, region_id, path, helper_id, valid_from)
      select pg_temp.time_id(h.n, 'pairing/' || h.n), h.id, h.region_id, h.path, h.helper_id, date '2018-01-01'
      from p_household h order by h.n`);
    await run(`create temp table s1_visit on commit drop as
      select row_number() over (order by id)::int - 1 as n, met, content, measure from households.visit order by id limit 997`);
    // Month by month, as they are told.
    const visitsOf = (seed: number, day: string, where: string, order: string) => `
      insert into households.visit (id, household_id, region_id, path, helper_id, visited_on, met, content, measure, recorded_by, recorded_at)
      select pg_temp.time_id(m * 2000000 + h.n, 'visit/${seed}/' || m || '/' || h.n), h.id, h.region_id, h.path, h.helper_id, visited_on, s.met, s.content, s.measure, h.helper_id,
        visited_on + time '12:00' at time zone 'UTC'
      from generate_series(0, 2) m cross join p_household h
      cross join lateral (select (date '2018-01-01' + make_interval(months => m))::date + (${day})::int as visited_on) d
      join s1_visit s on s.n = ${random('h.n', seed + 10)} % 997
      where ${where} order by ${order}`;
    const met = `${random('h.n * 3 + m', 1)} % 1000 >= ${MISSED}`;
    const first = `${random('h.n * 3 + m', 2)} % 28`;
    const made = await run(visitsOf(1, first, met, 'm, h.n'));
    await run(
      `${visitsOf(2, `(${first} + 7) % 28`, `${met} and ${random('h.n * 3 + m', 3)} % 1000 < 100`, random('h.n * 3 + m', 3))} limit ${visits - made}`,
    );
  };
