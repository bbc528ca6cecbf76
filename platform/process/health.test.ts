// A process is ready only while each of its checks answers in time, and says which one does not.
import { createHealth } from './health';

test('every failing check is named with its reason, and its error is not shown', async () => {
  const health = createHealth(50);
  health.readyWhen('database', '数据库不可用 · the database is not available', () => {
    throw new Error('password of laiwu');
  });
  health.readyWhen('subgraph', '子图没有响应 · a subgraph does not answer', () => new Promise(() => undefined));
  health.readyWhen('schema', '没有图 · no graph', () => undefined);
  const told = await health.ready();
  expect(told.ready).toBe(false);
  expect(told.checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['database', false],
    ['subgraph', false],
    ['schema', true],
  ]);
  expect(told.checks[0]?.reason).toBe('数据库不可用 · the database is not available');
  expect(JSON.stringify(told)).not.toContain('password of');
});

test('a closing process lives but is not ready', async () => {
  const health = createHealth();
  expect((await health.ready()).ready).toBe(true);
  health.close();
  expect((await health.ready()).ready).toBe(false);
  expect((await health.live()).ready).toBe(true);
});
