// Where this project lies on the machine, found from the running file whether that is a source or a built one.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

function rootAbove(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    // A JSON import of package.json makes the compiler copy it into dist/, which is not the root.
    if (basename(folder) !== 'dist' && existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) {
      throw new Error(
        `找不到 package.json,请在完整的项目目录中运行 · No package.json above ${from}: run from a whole checkout`,
      );
    }
  }
}

export const projectRoot = rootAbove(__dirname);
