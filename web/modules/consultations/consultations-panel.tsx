import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Consultation, CustomerConsultations } from '#domain/consultations/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useConsultationsOf } from './api.ts';
import { ConsultationCard } from './consultation-card.tsx';
import { ConsultationDrawer } from './consultation-drawer.tsx';
import { OpenConsultationDrawer } from './open-consultation-drawer.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { consultationsWords } from './words.ts';

interface ConsultationsPanelProps {
  customer: { id: string; name: string; clinicId: string };
  colleagues: readonly Colleague[];
  /** The one to open at once, as somebody came here for it. */
  wanted: string | null;
  onSeen: () => void;
}

/** How many closed ones stand here before somebody asks for all. */
const shownAtFirst = 2;

/** What the customer asked for, on their record: what is open, and the last that was decided. */
export function ConsultationsPanel(props: ConsultationsPanelProps) {
  const say = useWords(consultationsWords);
  const consultations = useConsultationsOf(props.customer.id);
  return (
    <section className="panel" aria-label={say('title')}>
      <Loaded of={consultations}>{(found) => <Panel {...props} found={found} />}</Loaded>
    </section>
  );
}

function Panel({
  customer,
  colleagues,
  wanted,
  onSeen,
  found,
}: ConsultationsPanelProps & { found: CustomerConsultations }) {
  const say = useWords(consultationsWords);
  const mayWrite = useMay('consultations.write');
  const [opening, setOpening] = useState(false);
  const [chosen, setChosen] = useState<Consultation | null>(null);
  const [reopening, setReopening] = useState<Consultation | null>(null);
  const [all, setAll] = useState(false);
  const asked = found.items.find(({ id, state }) => id === wanted && state === 'open') ?? null;
  const editing = chosen ?? (mayWrite ? asked : null);
  const closed = found.items.filter(({ state }) => state === 'closed');
  const hidden = all ? [] : closed.slice(shownAtFirst);
  const shown = found.items.filter((each) => !hidden.includes(each));

  return (
    <>
      <div className="section-head">
        <h2>{say('title')}</h2>
        {mayWrite && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {say('new')}
          </Button>
        )}
      </div>
      {shown.length === 0 && <p className="soft">{say('none')}</p>}
      <ul className="consultation-list">
        {shown.map((consultation) => (
          <ConsultationCard
            key={consultation.id}
            consultation={consultation}
            clinicId={customer.clinicId}
            {...(mayWrite && { onEdit: setChosen, onReopen: setReopening })}
          />
        ))}
      </ul>
      {hidden.length > 0 && (
        <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => setAll(true)}>
          {say('all', { count: found.items.length })}
        </Button>
      )}
      <OpenConsultationDrawer
        customer={customer}
        open={opening}
        onClose={() => setOpening(false)}
        onOpened={setChosen}
      />
      {editing && (
        <ConsultationDrawer
          key={editing.id}
          customer={customer}
          consultation={editing}
          appointmentsAhead={found.appointmentsAhead}
          colleagues={colleagues}
          onClose={() => {
            setChosen(null);
            onSeen();
          }}
        />
      )}
      {reopening && <ReopenDialog consultation={reopening} onClose={() => setReopening(null)} />}
    </>
  );
}
