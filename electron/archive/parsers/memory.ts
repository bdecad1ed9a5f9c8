/**
 * How much memory another process really holds. V8's own limits do not count buffers, so a parser's
 * resident memory is read from the system.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

const kilobyte = 1024;

/** Resident bytes of a process; 0 when it is gone or the system does not tell. */
export async function residentBytes(pid: number): Promise<number> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * kilobyte;
  }
  if (process.platform === 'win32') {
    const line = await output('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']);
    const size = line.split('","')[4] ?? '';
    return Number(size.replace(/\D/g, '')) * kilobyte;
  }
  return Number(await output('ps', ['-o', 'rss=', '-p', String(pid)])) * kilobyte;
}

function output(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, args, (error, text) => resolve(error === null ? text : '0'));
  });
}
