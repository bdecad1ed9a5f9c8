/**
 * Answers the window's shell calls: who asks is checked first, then that the call exists, then its
 * input. What a call does is the handlers'.
 */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { ARCHIVE_PORT, DROP, SHELL } from '../contract/channels.ts';
import type { Answer } from '../contract/control.ts';
import { SHELL_CALLS, droppedPaths } from '../contract/shell.ts';
import type { ShellCallName, ShellCalls } from '../contract/shell.ts';
import type { Handlers } from '../contract/table.ts';
import { FaultError, toFault } from '../core/fault.ts';
import { WINDOW_ORIGIN } from './protocol.ts';

/**
 * Serves one window's page. The channels exist for this page alone: no other page, hidden or not,
 * has anyone listening.
 * @param drop takes absolute paths and answers how many were taken.
 * @param attach gives a page that begins its port.
 */
export function serveShell(
  contents: WebContents,
  handlers: Handlers<ShellCalls>,
  drop: (paths: readonly string[]) => Promise<number>,
  attach: () => void,
): void {
  contents.ipc.on(ARCHIVE_PORT, (event) => {
    if (isPage(event, contents)) attach();
  });
  contents.ipc.handle(SHELL, (event, name: unknown, input: unknown) =>
    answered(() => {
      refuseStrangers(event, contents);
      return callShell(handlers, name, input);
    }),
  );
  contents.ipc.handle(DROP, (event, paths: unknown) => {
    refuseStrangers(event, contents);
    return drop(droppedPaths.parse(paths).filter((path) => path !== ''));
  });
}

/** One call by name, its input checked against the table. */
export async function callShell(
  handlers: Handlers<ShellCalls>,
  name: unknown,
  input: unknown,
): Promise<unknown> {
  if (!isShellCall(name)) throw new FaultError('bad-input', 'no such call');
  const parsed = SHELL_CALLS[name].input.safeParse(input);
  if (!parsed.success) throw new FaultError('bad-input', parsed.error.issues[0]?.message);
  const handler = handlers[name] as (input: unknown) => unknown;
  return await handler(parsed.data);
}

function isShellCall(name: unknown): name is ShellCallName {
  return typeof name === 'string' && Object.hasOwn(SHELL_CALLS, name);
}

function refuseStrangers(event: IpcMainInvokeEvent, contents: WebContents): void {
  if (!isPage(event, contents)) {
    throw new FaultError('bad-input', 'not the page this channel is for');
  }
}

function isPage({ senderFrame: frame }: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents) {
  return frame === contents.mainFrame && frame.url.startsWith(`${WINDOW_ORIGIN}/`);
}

async function answered(act: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, fault: toFault(error) };
  }
}
