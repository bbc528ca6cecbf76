// Runs households as a process of its own.
import { runSubgraph } from '#platform/graph/run-subgraph';
import { households } from './subgraph';
import { householdsTools } from './tools';

void runSubgraph(households, householdsTools);
