import { Button } from 'antd';
import { useState } from 'react';
import type { LeftOwner } from '#domain/handovers/contract.ts';
import { ownerKinds, type OwnerKind } from '#domain/ownership/owner-kind.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useLeftOwners } from './api.ts';
import type { Names } from './handover-sheet.tsx';
import { PlaceDialog } from './place-dialog.tsx';
import { handoverWords } from './words.ts';
import './handovers.css';

interface LeftOwnersProps {
  colleagues: readonly Colleague[];
  names: Names;
}

/** Who left and still has customers under their name, until somebody has placed them; nothing where there is nobody. */
export function LeftOwners({ colleagues, names }: LeftOwnersProps) {
  const say = useWords(handoverWords);
  const sayClinic = useWords(clinicWords);
  const items = useLeftOwners().data?.items ?? [];
  const [placing, setPlacing] = useState<{ owner: LeftOwner; kind: OwnerKind } | null>(null);
  if (items.length === 0) return null;
  return (
    <section className="panel left-owners" aria-label={say('left')}>
      <div className="section-head">
        <h2>{say('left')}</h2>
      </div>
      <p className="soft">{say('left.about')}</p>
      <ul className="plain-list">
        {items.map((owner) =>
          ownerKinds
            .filter((kind) => owner.counts[kind] > 0)
            .map((kind) => (
              <li key={`${owner.id} ${kind}`} className="line">
                <b>{say('left.line', { name: owner.name, role: sayClinic(`role.${owner.role}`) })}</b>
                <StatusTag meaning="soon">
                  {say('left.count', { kind: names.ownerKind(kind), count: owner.counts[kind] })}
                </StatusTag>
                <Button size="small" onClick={() => setPlacing({ owner, kind })}>
                  {say('left.place')}
                </Button>
              </li>
            )),
        )}
      </ul>
      {placing && <PlaceDialog {...placing} colleagues={colleagues} onClose={() => setPlacing(null)} />}
    </section>
  );
}
