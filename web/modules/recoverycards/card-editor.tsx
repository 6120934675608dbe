import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse, ConfigProvider } from 'antd';
import { useState } from 'react';
import { promisesOf } from '#domain/recoverycards/approval.ts';
import type { RecoveryCard } from '#domain/recoverycards/card.ts';
import type { CardView } from '#domain/recoverycards/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { useLeaveGuard } from '#web/ui/leave-guard.ts';
import { Select } from '#web/ui/select.tsx';
import { CardActions } from './card-actions.tsx';
import { CardHistory } from './card-history.tsx';
import { DaysFields, Pair } from './days-fields.tsx';
import { flawsIn, withDaysAdded } from './editing.ts';
import { recoveryCardWords } from './words.ts';
import './card-editor.css';

/** A card as it is written: what it is for, its stretches of days, and what keeps a doctor from approving it. */
export function CardEditor({ card }: { card: CardView }) {
  const say = useWords(recoveryCardWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const listed = useListed();
  const mayWrite = useMay('scripts.write');
  const kept = (card.waiting ?? card.inForce)!.definition;
  const [written, setWritten] = useState<RecoveryCard>(kept);
  const isChanged = JSON.stringify(written) !== JSON.stringify(kept);
  useLeaveGuard(isChanged);
  const flaws = flawsIn(written);
  const promises = promisesOf(written);
  const { procedure, days } = written;
  const rangeOf = ({ from, to }: { from: number; to: number }) =>
    from === to ? say('days.one', { from }) : say('days.range', { from, to });
  const placeOf = (at: number) => (at === 0 ? say('name') : rangeOf(days[at - 1]!));

  return (
    <div className="card-editor rows">
      <CardActions
        card={card}
        written={written}
        isChanged={isChanged}
        isWrong={flaws.length > 0 || promises.length > 0}
        onReverted={() => setWritten((card.inForce ?? card.waiting)!.definition)}
      />
      {(flaws.length > 0 || promises.length > 0) && (
        <Alert
          type="warning"
          showIcon
          title={[
            flaws.length > 0 && say('wrong', { places: listed(flaws.map((flaw) => placeOf(flaw.days))) }),
            flaws.some(({ isOverlap }) => isOverlap) && say('wrong.overlap'),
            promises.length > 0 && say('promises', { words: listed(promises) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      )}
      <ConfigProvider componentDisabled={!mayWrite}>
        <section className="panel rows">
          <Pair
            label={say('name')}
            value={written.name}
            onChange={(name) => setWritten({ ...written, name })}
          />
          <label>
            <span className="soft">{say('categories')}</span>
            <Select
              mode="multiple"
              aria-label={say('categories')}
              value={procedure.categories}
              options={treatmentCategories.map((value) => ({
                value,
                label: sayClinic(`treatment.${value}`),
              }))}
              onChange={(categories) => setWritten({ ...written, procedure: { ...procedure, categories } })}
              style={{ width: '100%' }}
            />
          </label>
          <label>
            <span className="soft">{say('words')}</span>
            <Select
              mode="tags"
              aria-label={say('words')}
              value={procedure.words}
              tokenSeparators={[',', '，', '、']}
              onChange={(words) => setWritten({ ...written, procedure: { ...procedure, words } })}
              style={{ width: '100%' }}
            />
            <span className="soft">{say('words.hint')}</span>
          </label>
        </section>
        <Collapse
          items={days.map((stretch, at) => ({
            key: at,
            label: (
              <>
                <b>{rangeOf(stretch)}</b> <span className="soft">{wording(stretch.expected)}</span>
              </>
            ),
            children: (
              <DaysFields
                days={stretch}
                onChange={(changed) => setWritten({ ...written, days: days.with(at, changed) })}
                onRemove={
                  days.length > 1 ? () => setWritten({ ...written, days: days.toSpliced(at, 1) }) : null
                }
              />
            ),
          }))}
        />
      </ConfigProvider>
      {mayWrite && days.length < 12 && (
        <div>
          <Button icon={<PlusOutlined />} onClick={() => setWritten(withDaysAdded(written))}>
            {say('days.add')}
          </Button>
        </div>
      )}
      <CardHistory card={card} />
    </div>
  );
}
