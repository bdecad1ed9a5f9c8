// `npm run bench [-- NAME]`: measurements, kept out of the tests; each file in scripts/bench is one.
import { basename, join } from 'node:path';
import { buildChanged } from './build.ts';
import { filesBelow, root, say, stop } from './places.ts';
import { findElectron } from './setup/electron.ts';
import { preparePlace } from './unprivileged.ts';

/** Runs one bench, or all in the order of their names, in the place where the application can be driven. */
export async function bench(args: readonly string[]): Promise<number> {
  const [name, ...options] = args;
  const benches = filesBelow(join(root, 'scripts', 'bench'), (path) => /^[^/]+\.ts$/.test(path))
    .map((path) => basename(path, '.ts'))
    .filter((known) => !known.includes('.'));
  if (name !== undefined && !benches.includes(name)) {
    stop(`There is no bench "${name}". Benches: ${benches.join(', ') || 'none yet'}.`);
  }
  const electron = await findElectron();
  if (!(await buildChanged())) return 1;
  let worst = 0;
  for (const one of name === undefined ? benches : [name]) {
    say(`── ${one}`);
    const place = preparePlace(electron);
    try {
      const script = join(place.root, 'scripts', 'bench', `${one}.ts`);
      const { code } = await place.run([place.node, '--no-warnings', script, ...options], {
        virtualDisplay: true,
      });
      worst = Math.max(worst, code);
    } finally {
      place.end(join(root, 'test-results', 'bench', one));
    }
  }
  return worst;
}
