import { useEffect, useMemo } from 'react';
import type { Board } from '#domain/reception/contract.ts';
import { connection } from '#web/lib/connection.ts';
import { useSignal } from '#web/lib/signal.ts';
import { keepList, listOf } from './kept-list.ts';
import type { KeptList } from './kept-list.ts';

/** Keeps the board as it changes for when the server is out of reach, and gives the list while it is; else null. */
export function useKeptList(
  board: Board | undefined,
  { staffId, clinicName }: { staffId: string; clinicName: string },
): KeptList | null {
  const isLost = useSignal(connection) === 'lost';
  const list = useMemo(
    () => (board ? listOf(board, { staffId, clinicName, isLost }) : null),
    [board, staffId, clinicName, isLost],
  );
  useEffect(() => {
    if (list) void keepList(list);
  }, [list]);
  return isLost ? list : null;
}
