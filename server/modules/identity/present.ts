import { maskPhone } from '#domain/customers/masking.ts';
import { mergeFields } from '#domain/identity/contract.ts';
import type { Duplicate, MergeField, Party } from '#domain/identity/contract.ts';
import type { PartyRow } from './parties-store.ts';
import type { Counts } from './references-store.ts';
import type { SuggestionRow } from './store.ts';

/** A pair as it may leave the house: phones masked, and yet told whether they differ. */
export function presentDuplicate(
  row: SuggestionRow,
  parties: ReadonlyMap<string, PartyRow>,
  counts: ReadonlyMap<string, Counts>,
): Duplicate {
  const { aId, bId, ...suggestion } = row;
  const a = parties.get(aId)!;
  const b = parties.get(bId)!;
  const [inA, inB] = [valuesOf(a), valuesOf(b)];
  return {
    ...suggestion,
    a: presentParty(a, counts.get(aId)!),
    b: presentParty(b, counts.get(bId)!),
    differs: mergeFields.filter(
      (field) => inA[field] !== null && inB[field] !== null && inA[field] !== inB[field],
    ),
  };
}

function presentParty(row: PartyRow, counts: Counts): Party {
  const shown = { ...valuesOf(row), phone: maskPhone(row.phone) };
  const values = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== null));
  const { id, number, name, version, clinicId, createdAt, lastVisitOn, refusesContact } = row;
  return { id, number, name, version, clinicId, createdAt, lastVisitOn, refusesContact, values, counts };
}

function valuesOf(row: PartyRow): Record<MergeField, string | null> {
  return {
    name: row.name,
    gender: row.gender,
    birthday: row.birthday ?? (row.birthYear === null ? null : String(row.birthYear)),
    phone: row.phone,
    wechat: row.wechat,
    address: row.address,
    occupation: row.occupation,
    channelSource: row.channelSource,
    referrer: row.referrer,
    clinic: row.clinic,
    owner: row.owner,
    webConsultant: row.webConsultant,
    doctor: row.doctor,
    likes: row.likes,
    taboos: row.taboos,
    notes: row.notes,
  };
}
