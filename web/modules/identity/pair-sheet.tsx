import { Button } from 'antd';
import { useState } from 'react';
import { proposedChoices, proposedSurvivor } from '#domain/identity/choices.ts';
import type { Duplicate, MergeFieldChoices, Party } from '#domain/identity/contract.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useMerge } from './api.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import { Likely, Reasons } from './likeness-tags.tsx';
import { PairFields } from './pair-fields.tsx';
import { PartyHead } from './party-head.tsx';
import { useCountsOf } from './value-of.ts';
import { identityWords } from './words.ts';

interface PairSheetProps {
  pair: Duplicate;
  onDecided: () => void;
}

/** Two records side by side: which stays, what each field will say, and whether they are one person at all. */
export function PairSheet({ pair, onDecided }: PairSheetProps) {
  const say = useWords(identityWords);
  const tell = useTell();
  const askMerge = useAskMerge();
  const [keepId, setKeepId] = useState(() => proposedSurvivor(pair.a, pair.b).id);
  const [keep, gone] = keepId === pair.a.id ? [pair.a, pair.b] : [pair.b, pair.a];
  const [chosen, setChosen] = useState<MergeFieldChoices | null>(null);
  const [dismissing, setDismissing] = useState(false);
  const choices = chosen ?? proposedChoices(keep.values, gone.values);

  const stay = ({ id }: Party) => {
    setKeepId(id);
    setChosen(null);
  };
  const merge = async () => {
    if (!(await askMerge(keep, gone, choices))) return;
    tell.done(say('merge.done', { name: keep.name }));
    onDecided();
  };
  useKeys({ m: () => void merge(), d: () => setDismissing(true) });

  return (
    <section className="panel pair-sheet" aria-label={`${pair.a.name} · ${pair.b.name}`}>
      <div className="line">
        <Likely isLikely={pair.isLikely} />
        <Reasons reasons={pair.reasons} />
      </div>
      <div className="pair-heads">
        {[pair.a, pair.b].map((party) => (
          <PartyHead key={party.id} party={party} stays={party.id === keepId} onStay={() => stay(party)} />
        ))}
      </div>
      <PairFields pair={pair} keepId={keepId} choices={choices} onChange={setChosen} />
      <div className="line pair-deeds">
        <Button type="primary" onClick={() => void merge()}>
          {say('merge')} <kbd>M</kbd>
        </Button>
        <Button onClick={() => setDismissing(true)}>
          {say('dismiss')} <kbd>D</kbd>
        </Button>
      </div>
      {dismissing && (
        <DismissDialog
          id={pair.id}
          onClose={() => setDismissing(false)}
          onDone={() => {
            tell.done(say('dismiss.done'));
            onDecided();
          }}
        />
      )}
    </section>
  );
}

function useAskMerge() {
  const say = useWords(identityWords);
  const confirm = useConfirm();
  const listed = useListed();
  const countsOf = useCountsOf();
  const { mutateAsync } = useMerge();
  return (keep: Party, gone: Party, fields: MergeFieldChoices) => {
    const counts = countsOf(gone);
    const names = { number: gone.number, keep: keep.name, keepNumber: keep.number };
    return confirm({
      title: say('merge.title', { gone: gone.name, keep: keep.name }),
      text: (
        <>
          <p>
            {counts.length > 0
              ? say('merge.moves', { ...names, what: listed(counts) })
              : say('merge.nothing', names)}
          </p>
          <p className="soft">{say('merge.undo')}</p>
        </>
      ),
      yes: say('merge.yes'),
      onYes: () =>
        mutateAsync({
          keepId: keep.id,
          keepVersion: keep.version,
          goneId: gone.id,
          goneVersion: gone.version,
          fields,
        }),
    });
  };
}
