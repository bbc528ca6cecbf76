// `npm run bench -- overload | hostile | workers`: how this project bears what a good day does not bring; the last line is the figures as JSON.
import { measureHostile } from './measure-hostile';
import { measureOverload } from './measure-overload';
import { measureWorkers } from './measure-workers';
import { openStage, type Stage } from './open-stage';

const verbs: Readonly<Record<string, (stage: Stage) => Promise<object>>> = {
  overload: measureOverload,
  hostile: measureHostile,
  workers: measureWorkers,
};

export const isUnderLoad = (verb: string | undefined): verb is string => verb !== undefined && verb in verbs;

export async function runUnderLoad(verb: string): Promise<void> {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const figures = await verbs[verb]?.(await openStage(say));
  say(JSON.stringify({ [verb]: figures }));
}
