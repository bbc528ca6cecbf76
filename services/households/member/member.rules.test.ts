// Members: what is read from an identity number, which tags a settlement asks for, and how a reveal must be reasoned.
import { checkMember, checkReason, tagsOf } from './member.rules';

const form = {
  name: ' 李四 ',
  idNumber: '11010519491231002X',
  relation: 'head',
  ethnicity: 'han',
  education: 'primary',
  health: 'disabled',
  labour: 'lost',
  insured: 'resident',
};

test('birthday and sex are read from the number', () => {
  const member = checkMember(form, 'member.', '2018-01-01');
  expect(member).toMatchObject({ name: '李四', birthday: '1949-12-31', sex: 'female' });
});

test.each([
  ['member.idNumber', { idNumber: '110105194912310021' }],
  ['member.idNumber', { idNumber: '371299201813019993' }],
  ['member.name', { name: '' }],
  ['member.health', { health: 'fine' }],
])('%s is named when it is wrong', (field, wrong) => {
  expect(() => checkMember({ ...form, ...wrong }, 'member.', '2018-01-01')).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ field }) }),
  );
});

test('nobody is registered before being born', () => {
  expect(() => checkMember(form, '', '1949-12-30')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});

test.each([
  ['general-poor', 'not-lifted', ['registered-poor']],
  ['dibao-poor', 'lifted-with-policies', ['registered-poor', 'dibao']],
  ['wubao', 'returned', ['registered-poor', 'tekun']],
  ['general-poor', 'lifted-policies-ended', []],
  ['dibao', 'removed', ['dibao']],
])('a %s household that is %s has the tags %j', (type, state, tags) => {
  expect(tagsOf({ type, state })).toEqual(tags);
});

test('a reason is words: six characters at least, and never a number of somebody', () => {
  expect(checkReason('核对一卡通发放账号')).toBe('核对一卡通发放账号');
  expect(() => checkReason('核对')).toThrow(expect.objectContaining({ facts: { field: 'reason' } }));
  for (const told of ['核对 110105194912310021', '电话 154-0000-1234 不通']) expect(() => checkReason(told)).toThrow();
});
