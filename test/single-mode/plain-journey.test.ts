// Money and a stay through the gateway once more, on the plain way of execution: an operator who goes back to it loses nothing.
import '../journeys/funds-through-the-gateway.test';

const before = process.env.EXECUTION;
process.env.EXECUTION = 'plain';
afterAll(() => {
  if (before === undefined) delete process.env.EXECUTION;
  else process.env.EXECUTION = before;
});
