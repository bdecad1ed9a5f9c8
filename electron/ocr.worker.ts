/**
 * Entry of the thread that recognises text: tesseract.js's own worker, without a way to any network
 * and at the lowest priority, so that reading and searching never wait for it.
 */
import { setPriority } from 'node:os';

// It reads its language data from files; what would fetch them elsewhere is refused.
Reflect.set(globalThis, 'fetch', () => Promise.reject(new Error('no network')));

// On Linux this is the thread's own; on other systems it would slow the whole process down.
if (process.platform === 'linux') setPriority(15);

void import('tesseract.js/src/worker-script/node/index.js');
