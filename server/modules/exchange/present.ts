import type { ImportBatch } from '#domain/exchange/contract.ts';
import { maskPhone } from '#domain/customers/masking.ts';
import type { Batch } from './store.ts';

// A number that rings in mainland China, however it is grouped.
const looksLikeMobile = /^\s*(\+?86|0086)?[\s-]*1[3-9]\d[\s-]*\d{4}[\s-]*\d{4}\s*$/;

/** A batch as it leaves the house: what looks like a phone in its first rows is masked like any other. */
export function presentBatch(batch: Batch, plannedFollowups: number): ImportBatch {
  const { counts, sample } = batch;
  const phoneAt = batch.columns.indexOf(batch.mapping.fields.phone?.column ?? '');
  return {
    ...batch,
    counts: counts && { ...counts, plannedFollowups },
    sample: sample.map((cells) =>
      cells.map((cell, at) => (isPhone(cell, at === phoneAt) ? maskPhone(cell) : cell)),
    ),
  };
}

function isPhone(cell: string | null, standsWithPhones: boolean): boolean {
  return cell !== null && (looksLikeMobile.test(cell) || (standsWithPhones && /\d/.test(cell)));
}
