import { Button } from 'antd';
import { useState } from 'react';
import type { Visit } from '#domain/visits/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { Loaded } from '#web/ui/states.tsx';
import { useOpenVisits } from './api.ts';
import { EditVisitDrawer } from './edit-visit-drawer.tsx';
import { OpenVisitDrawer, type NewVisitor } from './open-visit-drawer.tsx';
import type { Treaters } from './treaters.ts';
import { VisitCard } from './visit-card.tsx';
import { visitsWords } from './words.ts';

interface OpenVisitsProps {
  customer: NewVisitor;
  treaters: Treaters;
}

/** Whether the customer is in the clinic just now, what is being done, and how it ends. */
export function OpenVisits({ customer, treaters }: OpenVisitsProps) {
  const say = useWords(visitsWords);
  const mayWrite = useMay('visits.write');
  const asked = useOpenVisits(customer.id, true);
  const isElsewhere = asked.data?.items.length === 0;
  const [opening, setOpening] = useState(false);
  const [editing, setEditing] = useState<Visit | null>(null);
  if (!mayWrite && (isElsewhere || !asked.data)) return null;

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('title')}</h2>
        {mayWrite && isElsewhere && (
          <Button size="small" onClick={() => setOpening(true)}>
            {say('open')}
          </Button>
        )}
      </div>
      {isElsewhere && <p className="soft">{say('none')}</p>}
      <Loaded of={asked}>
        {({ items }) =>
          items.map((visit) => <VisitCard key={visit.id} visit={visit} onEdit={() => setEditing(visit)} />)
        }
      </Loaded>
      <OpenVisitDrawer customer={customer} open={opening} onClose={() => setOpening(false)} />
      {editing && (
        <EditVisitDrawer
          // The version it was opened with: a newer one behind the drawer is what conflicts are about.
          key={editing.id}
          visit={editing}
          treaters={treaters}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}
