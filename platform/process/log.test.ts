// What people's papers and keys say never stands in a log.
import { createLog } from './log';

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const destination = {
    write(line: string): void {
      text += line;
    },
  };
  write(createLog('households', { level: 'info', destination }));
  return text;
}

test('fields that carry secrets are hidden at any depth, the others stay', () => {
  const line = written((log) =>
    log.info(
      {
        request: { headers: [{ authorization: 'Bearer abc.def' }] },
        member: { idNumber: 'x1', phone: 'x2', name: '李' },
      },
      'seen',
    ),
  );
  expect(line).not.toMatch(/abc\.def|x1|x2/);
  expect(JSON.parse(line)).toMatchObject({ name: 'households', msg: 'seen', member: { name: '李' } });
});

test('personal numbers are hidden in free text, in numbers and in errors', () => {
  const error = Object.assign(new Error('duplicate 11010519491231002X'), {
    code: '23505',
    detail: 'Key (phone)=(13800138000) already exists',
    parameters: ['6228480402564890018'],
  });
  const line = written((log) => {
    log.error(error);
    log.error({ err: error, count: 13800138000 }, 'card %s of %s', '6228480402564890018', '张');
    log.child({ phone: '13800138000' }).child({ idNumber: '11010519491231002X' }).info('child 13800138000');
  });
  expect(line).not.toMatch(/11010519491231002X|13800138000|6228480402564890018/);
  expect(
    line
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each))[0],
  ).toMatchObject({ err: { code: '23505' } });
});

test('ids, times and amounts are left as they are', () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const line = written((log) => log.info({ id, ms: 1700000000000, fen: 120000 }, 'kept'));
  expect(JSON.parse(line)).toMatchObject({ id, ms: 1700000000000, fen: 120000 });
});
