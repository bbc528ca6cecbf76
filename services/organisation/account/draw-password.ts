// Draws the initial password of an account: a keyed hash of what it is drawn for.
import type { OrganisationTools } from '../sign-in/tools.rules';
import { drawnPassword } from './drawn-password.rules';

export function drawPassword(tools: OrganisationTools, drawnFor: string): string {
  return drawnPassword(Buffer.from(tools.fingerprint(`initial password ${drawnFor}`), 'base64url'));
}
