import { useMutation as useMutationOfLibrary } from '@tanstack/react-query';
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';

interface Heard<Data> {
  onSuccess?: (data: Data) => unknown;
  onError?: (error: Error) => unknown;
}

interface Asks<Data, Variables> {
  mutate: (variables: Variables, heard?: Heard<Data>) => void;
}

/** Each state of the library's on its own, so that "pending" still says that there are variables. */
type WithAsks<State, Data, Variables> = State extends unknown
  ? Omit<State, 'mutate'> & Asks<Data, Variables>
  : never;

type Mutation<Data, Variables> = WithAsks<UseMutationResult<Data, Error, Variables>, Data, Variables>;

/**
 * The library's mutation, except that who asked hears how it went even when they have left the page meanwhile: a row
 * that is answered leaves its list, and a text that is kept is drawn anew, before "saved" could be said.
 */
export function useMutation<Data, Variables = void>(
  options: UseMutationOptions<Data, Error, Variables>,
): Mutation<Data, Variables> {
  const mutation = useMutationOfLibrary(options);
  const { mutateAsync } = mutation;
  const mutate = useCallback(
    (variables: Variables, { onSuccess, onError }: Heard<Data> = {}) =>
      void mutateAsync(variables).then(onSuccess, (error: Error) => onError?.(error)),
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
