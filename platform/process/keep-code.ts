// Compiled code stays compiled (编译结果常驻): after some idle seconds V8 throws away the code of what did not run, and whoever asks next waits for it anew.
import { setFlagsFromString } from 'node:v8';

export function keepCode(): void {
  setFlagsFromString('--no-flush-bytecode');
}
