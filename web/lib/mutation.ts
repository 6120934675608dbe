import { useMutation as useMutationOfLibrary } from '@tanstack/react-query';
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { onceAtATime } from './once-at-a-time.ts';

interface Heard<Data> {
  onSuccess?: (data: Data) => unknown;
  onError?: (error: Error) => unknown;
}

interface Asks<Data, Variables> {
  mutate: (variables: Variables, heard?: Heard<Data>) => void;
  mutateAsync: (variables: Variables) => Promise<Data>;
}

/** Each state of the library's on its own, so that "pending" still says that there are variables. */
type WithAsks<State, Data, Variables> = State extends unknown
  ? Omit<State, 'mutate' | 'mutateAsync'> & Asks<Data, Variables>
  : never;

type Mutation<Data, Variables> = WithAsks<UseMutationResult<Data, Error, Variables>, Data, Variables>;

/**
 * The library's mutation, except that who asked hears how it went even when they have left the page meanwhile: a row
 * that is answered leaves its list, and a text that is kept is drawn anew, before "saved" could be said. And a double
 * click asks once.
 */
export function useMutation<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): Mutation<Data, Variables> {
  const mutation = useMutationOfLibrary(options);
  const { mutateAsync: ask } = mutation;
  const askOnce = useMemo(() => onceAtATime((variables: Variables) => ask(variables)), [ask]);
  const mutateAsync = useCallback((variables: Variables) => askOnce(variables).answer, [askOnce]);
  const mutate = useCallback(
    (variables: Variables, { onSuccess, onError }: Heard<Data> = {}) => {
      const { answer, isFirst } = askOnce(variables);
      if (isFirst) void answer.then(onSuccess, (error: Error) => onError?.(error));
    },
    [askOnce],
  );
  return { ...mutation, mutate, mutateAsync };
}
