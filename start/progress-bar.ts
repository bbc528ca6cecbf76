// A progress bar on a terminal, or a line every tenth on anything else.
const WIDTH = 30;

export function progressBar(
  label: string,
  total: number,
  out: NodeJS.WriteStream = process.stdout,
): (done: number) => void {
  let sum = 0;
  let told = -1;
  return (done) => {
    sum += done;
    const share = Math.min(1, sum / total);
    const step = Math.floor(share * (out.isTTY ? 200 : 10));
    if (step === told) return;
    told = step;
    const filled = Math.round(share * WIDTH);
    const bar = `${label} [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${Math.round(share * 100)}%`;
    out.write(out.isTTY ? `\r${bar}${share === 1 ? '\n' : ''}` : `${bar}\n`);
  };
}
