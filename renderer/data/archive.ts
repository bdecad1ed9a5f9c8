/**
 * The archive as React sees it: `useArchive` shows the answer of a query and keeps it fresh,
 * `useCommand` makes a change. Freshness comes from the archive's own events, never from timers.
 */
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import {
  keepPreviousData,
  MutationCache,
  notifyManager,
  QueryClient,
  replaceEqualDeep,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../../electron/contract/calls.ts';
import type { ChangeKind } from '../../electron/contract/table.ts';
import type { FaultError } from '../../electron/core/fault.ts';
import { toFault } from '../../electron/core/fault.ts';
import { call, onEvent, SERVICE_GONE } from '../client.ts';
import { notifyFault } from '../design/toast.ts';
import { isTouched } from './depends.ts';
import type { QueryName } from './depends.ts';
import { pace } from './pace.ts';

/** Items beyond which comparing an answer with the one before costs more than drawing it anew. */
const LONG = 500;

// Answers that come together are drawn at once, not after a timer's turn.
notifyManager.setScheduler(queueMicrotask);

export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _input, _context, { meta }) => {
      if (meta?.['quiet'] !== true) notifyFault(toFault(error));
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      structuralSharing: (before, now) =>
        Array.isArray(now) && now.length > LONG ? now : replaceEqualDeep(before, now),
      // A call cut off by the service's end waits in the client for the next port.
      retry: (count, error) => count < 3 && (error as FaultError).detail === SERVICE_GONE,
      retryDelay: 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

const paced = pace((names) => {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && names.has(name),
  });
});

async function asked<N extends QueryName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const since = performance.now();
  const answer = await call(name, input);
  paced.took(name, performance.now() - since);
  return answer;
}

/** Starts following the archive's events; once, at the window's start. */
export function followArchive(): () => void {
  let connectedBefore = false;
  let importing = false;
  return onEvent((event) => {
    if (event.event === 'connected') {
      // The first port brings the answers that are waited for; another may bring another library.
      if (connectedBefore) void queryClient.invalidateQueries();
      connectedBefore = true;
    } else if (event.event === 'import') {
      queryClient.setQueryData(['imports.state', {}], event.state);
      importing = event.state.running;
      if (!importing) paced.flush();
    } else if (event.event === 'ocr') {
      queryClient.setQueryData(['ocr.state', {}], event.state);
    } else if (event.event === 'changed') {
      paced.touched(touchedBy(event.kinds), importing);
    }
  });
}

/** Names of the queries asked so far that show something of these kinds. */
function touchedBy(kinds: readonly ChangeKind[]): string[] {
  const queries = queryClient.getQueryCache().getAll();
  const names = queries.map(({ queryKey: [name] }) => (typeof name === 'string' ? name : ''));
  return [...new Set(names)].filter((name) => isTouched(name, kinds));
}

/** A query with its input. */
export type Question = { [N in QueryName]: readonly [name: N, input: CallInput<N>] }[QueryName];

/**
 * Asks for what a screen is about to show, before it is there to ask. The answers are given out
 * together, so that the screen is drawn once with all of them. A question that fails is asked again
 * by the screen that needs it, which then tells.
 * @returns resolves when all were answered, well or badly.
 */
export async function askTogether(questions: readonly Question[]): Promise<void> {
  const answers = questions.map(([name, input]) => asked(name, input));
  const all = Promise.allSettled(answers);
  questions.forEach(([name, input], place) => {
    let first = answers[place];
    const queryFn = async (): Promise<unknown> => {
      if (first === undefined) return asked(name, input);
      const answer = first;
      first = undefined;
      await all;
      return answer;
    };
    void queryClient.prefetchQuery({ queryKey: [name, input], queryFn });
  });
  await all;
}

interface QueryChoices {
  /** False: not asked now. */
  readonly enabled?: boolean;
  /** True: the previous answer stays while another input's is awaited. */
  readonly keepPrevious?: boolean;
}

/** The answer of a query, asked again whenever what it shows has changed. */
export function useArchive<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  { enabled = true, keepPrevious = false }: QueryChoices = {},
): UseQueryResult<CallOutput<N>, FaultError> {
  return useQuery<CallOutput<N>, FaultError>({
    queryKey: [name, input],
    queryFn: () => asked(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * A change of the library: `mutate(input)` or `await mutateAsync(input)`. What failed is told to the
 * reader by the window's toasts; `quiet` leaves the telling to the caller.
 */
export function useCommand<N extends CallName>(
  name: N,
  { quiet = false }: { readonly quiet?: boolean } = {},
): UseMutationResult<CallOutput<N>, FaultError, CallInput<N>> {
  return useMutation<CallOutput<N>, FaultError, CallInput<N>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
    meta: { quiet },
  });
}
