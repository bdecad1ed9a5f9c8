// Chromium's sandbox on Linux: either the kernel lets every user make namespaces, or the program
// chrome-sandbox belongs to root and carries the set-user-id bit. This sees to the second where it can.
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, say } from '../places.ts';

const setUserId = 0o4755;

/** Makes the sandbox of this Electron work, or says what to type so that it does. */
export function prepareSandbox(dist: string): void {
  const program = join(dist, 'chrome-sandbox');
  if (process.platform !== 'linux' || !existsSync(program)) return;
  const { uid, mode } = statSync(program);
  if (uid === 0 && (mode & 0o7777) === setUserId) return;
  if (isRoot) {
    chownSync(program, 0, 0);
    chmodSync(program, setUserId);
  } else if (namespacesAreClosed()) {
    say(
      `This system lets no ordinary program make a sandbox. Type once: sudo chown root "${program}" && sudo chmod 4755 "${program}"`,
    );
  }
}

function namespacesAreClosed(): boolean {
  const setting = (name: string): string | undefined => {
    const path = join('/proc/sys/kernel', name);
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  };
  return (
    setting('unprivileged_userns_clone') === '0' ||
    setting('apparmor_restrict_unprivileged_userns') === '1'
  );
}
