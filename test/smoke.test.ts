import { Client } from 'pg';
import { migrate } from '#platform/database/migrate';
import { startEmbeddedPostgres } from '#platform/process/embedded-postgres';
import { openSubgraph } from '#platform/graph/subgraph';
import { anonymousCaller } from '#platform/vocabulary/caller';
import { organisation } from '../services/organisation/subgraph';
import { mkdtempSync } from 'node:fs';

test('smoke', async () => {
  const pg = await startEmbeddedPostgres({ dataDir: mkdtempSync('/tmp/smokepg-'), fast: true, log: { info() {}, warn: console.log, error: console.log, debug() {} } as never });
  try {
    const su = new Client({ connectionString: pg.superuserUrl });
    await su.connect();
    await su.query(`create role laiwu_migrator login createrole password 'x'`);
    await su.query('create database laiwu owner laiwu_migrator');
    await su.end();
    const url = `postgres://laiwu_migrator:x@127.0.0.1:${pg.port}/laiwu`;
    const pw = { organisation: 'a', households: 'b', assessments: 'c', funds: 'd', gateway: 'e' };
    console.log(await migrate({ url, prefix: 'laiwu', passwords: pw, subgraphs: [organisation] }));
    const m = new Client({ connectionString: url });
    await m.connect();
    await m.query(`insert into organisation.region values ('01890000-0000-7000-8000-000000000001', '370000', '山东省', 'province', null, null, '0001/', '2018-01-01')`);
    await m.end();
    const g = await openSubgraph(organisation, { url: `postgres://laiwu_organisation:a@127.0.0.1:${pg.port}/laiwu`, rolePrefix: 'laiwu', poolSize: 2, log: { error: (f: { err?: Error }, m: string) => console.log(m, f.err?.message, f.err?.stack) } as never, tools: {}, ask: null as never });
    console.log(JSON.stringify(await g.execute({ query: '{ regions { edges { cursor node { id code name kind validFrom parent { name } children { pageInfo { hasNextPage } } } } pageInfo { hasNextPage endCursor } } }' }, anonymousCaller('op1'))));
    console.log(JSON.stringify(await g.execute({ query: '{ a: regions(after: "zz") { pageInfo { hasNextPage } } }' }, anonymousCaller('op1'))));
    console.log(JSON.stringify(await g.execute({ query: '{ _service { sdl } }' }, anonymousCaller('op1'))).slice(0, 600));
    console.log(JSON.stringify(await g.execute({ query: 'query($r:[_Any!]!){ _entities(representations:$r) { ... on Region { name } } }', variables: { r: [{ __typename: 'Region', id: '01890000-0000-7000-8000-000000000001' }] } }, anonymousCaller('op1'))).slice(0, 600));
    await g.close();
  } finally {
    await pg.stop();
  }
});
