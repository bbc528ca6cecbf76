// The load counts what it reads: an answer is told once and with its true length, however the network cut it.
import { type Answer, AnswerReader } from './answer-reader';

const whole = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\nhello world';
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n';
const empty = 'HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n';

function read(text: string, pieceLength: number): Answer[] {
  const answers: Answer[] = [];
  const reader = new AnswerReader((answer) => answers.push(answer));
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += pieceLength) reader.feed(bytes.subarray(at, at + pieceLength));
  return answers;
}

test.each([1, 2, 3, 7, 50, 1000])('three answers in pieces of %d bytes', (length) => {
  expect(read(chunked + empty + whole, length)).toEqual([
    { status: 200, bytes: 11 },
    { status: 401, bytes: 0 },
    { status: 200, bytes: 11 },
  ]);
});

test('an answer that is not whole yet is not told', () => {
  expect(read(whole.slice(0, -1), 10)).toEqual([]);
  expect(read(chunked.slice(0, -2), 10)).toEqual([]);
});
