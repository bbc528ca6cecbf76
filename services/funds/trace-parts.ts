// The parts of funds that tell the path of money: traces and the flow of a year.
import { fundFlowFile } from './fund-flow-file';
import { traceStarts } from './migrations/1700000000540-trace-starts';
import { traceDown } from './migrations/1700000000541-trace-down';
import { traceUp } from './migrations/1700000000542-trace-up';
import { traceMoney } from './migrations/1700000000543-trace-money';
import { fundFlow } from './migrations/1700000000544-fund-flow';
import { FundFlowResolver } from './trace/fund-flow.resolver';
import { FundTraceResolver } from './trace/fund-trace.resolver';

export const traceParts = {
  resolvers: [FundTraceResolver, FundFlowResolver],
  migrations: [traceStarts, traceDown, traceUp, traceMoney, fundFlow],
  files: { 'fund-flow': fundFlowFile },
} as const;
