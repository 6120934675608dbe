import type { CheckoutSheet } from '#domain/checkout/contract.ts';
import type { ReactNode } from 'react';
import type { Draft } from './draft.ts';

/** What the part of a point that is filled in needs to know. */
export interface DetailProps {
  sheet: CheckoutSheet;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** The detail is complete: the hands go on to the next point. */
  onDone: () => void;
  /** A code of the official account that knows who scans it; null where there is none. */
  followCode: ((onBound: () => void) => ReactNode) | null;
}
