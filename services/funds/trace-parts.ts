// The parts of funds that tell the path of money: traces and the flow of a year.
import { traceStarts } from './migrations/1700000000540-trace-starts';
import { traceDown } from './migrations/1700000000541-trace-down';
import { traceUp } from './migrations/1700000000542-trace-up';
import { traceMoney } from './migrations/1700000000543-trace-money';
import { FundTraceResolver } from './trace/fund-trace.resolver';

export const traceParts = {
  resolvers: [FundTraceResolver],
  migrations: [traceStarts, traceDown, traceUp, traceMoney],
} as const;
