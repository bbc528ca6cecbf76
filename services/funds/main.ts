// The funds process: what of the special fund and of one-stop settlement the city's people ask.
import { runSubgraph } from '#platform/graph/run-subgraph';
import { funds } from './subgraph';
import { fundsTools } from './tools';

void runSubgraph(funds, fundsTools);
