// Runs the assessments subgraph as a process of its own.
import { runSubgraph } from '#platform/graph/run-subgraph';
import { assessments } from './subgraph';
import { assessmentsTools } from './tools';

void runSubgraph(assessments, assessmentsTools);
