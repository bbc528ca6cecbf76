// A process of its own that opens a world over the cluster it is told of, says where, and serves it until its input ends.
import { openWorld } from '../harness/world';

async function serveWorld(): Promise<void> {
  const world = await openWorld();
  // The harness's own connection is not the graph's: that it is lost with the database is no matter here.
  world.sql.on('error', () => undefined);
  process.stdout.write(
    `${JSON.stringify({ url: world.url, regionId: world.city.regions.find(({ kind }) => kind === 'city')?.id })}\n`,
  );
  process.stdin.resume().once('end', () => process.exit(0));
}

if (require.main === module)
  serveWorld().catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
