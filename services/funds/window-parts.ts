// The parts of funds that a hospital's window is made of (窗口).
import { windowLookUps } from './migrations/1700000000489-window-look-ups';
import { StayAtWindowResolver, WindowResolver } from './window/window.resolver';
import { windowRefusals } from './window/window-refusals.rules';

export const windowParts = {
  resolvers: [WindowResolver, StayAtWindowResolver],
  migrations: [windowLookUps],
  refusals: windowRefusals,
};
