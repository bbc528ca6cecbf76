// What PGB runs for W7: a transfer of money as one transaction, double entry and under a key of its own, out of one account (hot) or of any (spread).
import type { Client } from 'pg';
import { RAW_LOGIN } from '../peers/raw/found-raw-roles';

const ACCOUNTS = 20_000;

export const transferWays = ['hot', 'spread'] as const;
export type TransferWay = (typeof transferWays)[number];

export async function foundTransfers(sql: Client): Promise<void> {
  await sql.query(`create schema if not exists bench_peers; grant usage on schema bench_peers to ${RAW_LOGIN};
    drop table if exists bench_peers.entry, bench_peers.transfer, bench_peers.account;
    create table bench_peers.account (id int primary key, balance bigint not null);
    create table bench_peers.transfer (id uuid primary key, key uuid not null unique, day date not null, document text not null, made_by uuid not null);
    create table bench_peers.entry (transfer_id uuid not null references bench_peers.transfer (id), account_id int not null references bench_peers.account (id), amount bigint not null, primary key (transfer_id, account_id));
    insert into bench_peers.account select n, 1000000000000 from generate_series(0, ${ACCOUNTS}) n;
    grant select, insert, update on bench_peers.account, bench_peers.transfer, bench_peers.entry to ${RAW_LOGIN}`);
  await sql.query('vacuum analyze bench_peers.account');
}

export const transferScript = (
  way: TransferWay,
): string => `\\set source ${way === 'hot' ? '0' : `random(1, ${ACCOUNTS / 2})`}
\\set target random(${ACCOUNTS / 2 + 1}, ${ACCOUNTS})
begin;
with made as (insert into bench_peers.transfer select id, gen_random_uuid(), current_date, '拨款', id from (select gen_random_uuid() as id) given returning id)
insert into bench_peers.entry select made.id, leg.account, leg.amount from made, (values (:source::int, -10000::bigint), (:target::int, 10000::bigint)) as leg(account, amount);
update bench_peers.account set balance = balance - 10000 where id = :source;
update bench_peers.account set balance = balance + 10000 where id = :target;
commit;
`;

/** What was moved adds up, or the peer is no peer. */
export async function checkTransfers(sql: Client): Promise<void> {
  const { rows } = await sql.query<{ entries: string; balances: string }>(
    `select (select coalesce(sum(amount), 0) from bench_peers.entry)::text as entries, (select sum(balance) - 1000000000000 * count(*) from bench_peers.account)::text as balances`,
  );
  if (rows[0]?.entries !== '0' || rows[0].balances !== '0') throw new Error('the transfers of PGB do not balance');
}
