// Starting other programs: with output passed through, or collected; signals reach the child.
import { spawn, type SpawnOptions } from 'node:child_process';

export interface Ended {
  /** Exit code; 1 when a signal ended it. */
  readonly code: number;
  /** Standard output and error together, empty when they were passed through. */
  readonly output: string;
  readonly ms: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Collect the output instead of passing it through. */
  readonly collect?: boolean;
  /** Milliseconds after which the child is killed. */
  readonly limit?: number;
}

/** Runs a program to its end. Never rejects: a program that cannot be started ends with code 127. */
export function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const started = performance.now();
  const settings: SpawnOptions = {
    stdio: options.collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.limit === undefined ? {} : { timeout: options.limit, killSignal: 'SIGKILL' }),
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, settings);
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, forward);
    const end = (code: number): void => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ code, output, ms: Math.round(performance.now() - started) });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
