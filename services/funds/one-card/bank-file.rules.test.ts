// Files of banks in every profile that ships: what is written reads back the same, what does not fit or contradicts itself is refused.
import fc from 'fast-check';
import { readData } from '#platform/process/read-data';
import { bankFiles } from '../bank-files';
import { answerOf, type BankOrder, checkOrder, recordsOfOrder } from './bank-file.rules';
import { parseBankProfile } from './bank-profile.rules';
import { decodeGb18030, encodeGb18030 } from './gb18030.rules';

const profiles = readData('bank-profiles', parseBankProfile);
const order: BankOrder = {
  batch: 'YK0123456789ABCD',
  day: '2018-11-26',
  purpose: 'industry-support',
  lines: [
    {
      reference: 'YK0123456789ABCD-00001',
      payee: '张三',
      card: '6228480402564890018',
      bank: '莱芜农村商业银行口镇支行',
      amount: 12_050n,
    },
    { reference: 'YK0123456789ABCD-00002', payee: '㛃䶮𠮷', card: '6228480402564890019', bank: '某行', amount: 1n },
  ],
};

test.each(profiles.map((profile) => [profile.name, profile] as const))(
  '%s: an order reads back as it was meant',
  async (_, profile) => {
    const bytes = await bankFiles.write(profile, profile.payment, recordsOfOrder(profile, order));
    const read = await bankFiles.read(profile, profile.payment, bytes);
    expect(() => checkOrder(profile, order, read)).not.toThrow();
    const bent: BankOrder = {
      ...order,
      lines: [{ ...order.lines[0], amount: 12_051n }, order.lines[1]] as BankOrder['lines'],
    };
    expect(() => checkOrder(profile, bent, read)).toThrow(expect.objectContaining({ code: 'BANK_FILE_DIFFERS' }));
    const swapped: BankOrder = { ...order, lines: [...order.lines].reverse() };
    expect(() => checkOrder(profile, swapped, read)).toThrow(expect.objectContaining({ code: 'BANK_FILE_DIFFERS' }));
  },
);

test.each(profiles.map((profile) => [profile.name, profile] as const))(
  '%s: an answer is refused where its totals, codes or marks are wrong',
  async (_, profile) => {
    const isFen = [...profile.answer.head, ...profile.answer.tail].some(({ money }) => money === 'fen');
    const line = {
      reference: 'YK0123456789ABCD-00001',
      card: '6228480402564890018',
      amount: isFen ? '12050' : '120.50',
      direction: 'D',
      result: '0000',
    };
    const around = { batch: order.batch, kind: 'HP', count: '1', total: line.amount };
    const read = async (head: object, more: object = {}) => {
      const told = { head: { ...around, ...head }, tail: { ...around, ...head }, lines: [{ ...line, ...more }] };
      return answerOf(
        profile,
        await bankFiles.read(profile, profile.answer, await bankFiles.write(profile, profile.answer, told)),
      );
    };
    expect(await read({})).toMatchObject({
      batch: order.batch,
      kind: 'answer',
      lines: [{ amount: 12_050n, direction: 'out', told: 'paid' }],
    });
    expect((await read({ kind: 'TP' }, { direction: 'C', result: 'E02' })).lines[0]).toMatchObject({
      told: 'returned',
      direction: 'in',
    });
    await expect(read({ count: '2' })).rejects.toMatchObject({ code: 'BANK_FILE_TOTALS' });
    await expect(read({ total: isFen ? '1' : '0.01' })).rejects.toMatchObject({ code: 'BANK_FILE_TOTALS' });
    await expect(read({ kind: 'XX' })).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
    await expect(read({}, { result: 'E98' })).rejects.toMatchObject({ code: 'BANK_FILE_UNREADABLE' });
  },
);

test('a name that does not fit its width is refused, never cut; a delimiter inside a field too', async () => {
  const write = (name: string, payee: string) => {
    const profile = profiles.find((each) => each.name === name) as (typeof profiles)[number];
    const lines = [{ ...order.lines[0], payee }] as BankOrder['lines'];
    return bankFiles.write(profile, profile.payment, recordsOfOrder(profile, { ...order, lines }));
  };
  await expect(write('fixed-gb18030', '名'.repeat(21))).rejects.toMatchObject({ code: 'BANK_FIELD_TOO_LONG' });
  await expect(write('fixed-gb18030', '名'.repeat(20))).resolves.toBeInstanceOf(Buffer);
  await expect(write('delimited-utf8', '张|三')).rejects.toMatchObject({ code: 'BANK_FIELD_TOO_LONG' });
  await expect(write('delimited-utf8', '张\n三')).rejects.toMatchObject({ code: 'BANK_FIELD_TOO_LONG' });
});

test('GB 18030 is written as the platform reads it, for any character', () => {
  expect([...encodeGb18030('啊A')]).toEqual([0xb0, 0xa1, 0x41]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(decodeGb18030(encodeGb18030(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
  for (let code = 0x3400; code <= 0x9fff; code += 7) {
    const text = String.fromCodePoint(code);
    expect(decodeGb18030(encodeGb18030(text))).toBe(text);
  }
});

test('a profile without what matching needs is none', () => {
  const [json] = readData(
    'bank-profiles',
    (given) => given as { answer: { line: { holds: string }[] }; hash?: string },
  );
  const line = json?.answer.line.filter(({ holds }) => holds !== 'direction');
  expect(() => parseBankProfile({ ...json, answer: { ...json?.answer, line } })).toThrow(/direction/);
});
