// What is told on the command line is taken as it is meant, or refused with what may be said.
import { readArguments, WrongArguments } from './read-arguments';

test('nothing told: every workload, both modes, every peer that can answer', () => {
  const { workloads, modes, peers, connections, seconds, json } = readArguments([]);
  expect(workloads.map(({ name }) => name)).toEqual(expect.arrayContaining(['W1', 'W2']));
  expect({ modes, peers, connections, seconds, json }).toEqual({
    modes: ['graph', 'services'],
    peers: null,
    connections: [1, 16],
    seconds: 1.5,
    json: false,
  });
});

test('workloads, sides and rounds are chosen', () => {
  const told = 'W2 --peers RAW,NAIVE --modes services --rounds 9 --seconds 0.25 --connections 4 --questions 30 --json';
  const { workloads, ...others } = readArguments(told.split(' '));
  expect(workloads.map(({ name }) => name)).toEqual(['W2']);
  expect(others).toEqual({
    peers: ['RAW', 'NAIVE'],
    modes: ['services'],
    rounds: 9,
    seconds: 0.25,
    connections: [4],
    questions: 30,
    json: true,
  });
});

test.each([
  'W99',
  '--speed 3',
  '--peers RAW,FAST',
  '--peers',
  '--modes http',
  '--rounds 0',
  '--rounds 1.5',
  '--seconds 0',
  '--seconds -1',
  '--connections 1,',
])('%s is refused, and what may be said is told', (text) => {
  expect(() => readArguments(text.split(' '))).toThrow(WrongArguments);
  expect(() => readArguments(text.split(' '))).toThrow('npm run bench -- [W1]');
});
