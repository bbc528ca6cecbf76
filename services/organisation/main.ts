// The organisation subgraph as a process of its own.
import { runSubgraph } from '#platform/graph/run-subgraph';
import { organisation } from './subgraph';
import { organisationTools } from './tools';

void runSubgraph(organisation, organisationTools);
