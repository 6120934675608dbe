import { Button } from 'antd';
import type { RecoveryCard } from '#domain/recoverycards/card.ts';
import type { CardView } from '#domain/recoverycards/contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useApproveCard, useDiscardCard, useWriteCard } from './api.ts';
import { recoveryCardWords } from './words.ts';

interface CardActionsProps {
  card: CardView;
  written: RecoveryCard;
  isChanged: boolean;
  isWrong: boolean;
  /** What waited was thrown away: what is in use stands there again. */
  onReverted: () => void;
}

/** Saved for a doctor, approved by one who did not write it, or thrown away. */
export function CardActions({ card, written, isChanged, isWrong, onReverted }: CardActionsProps) {
  const say = useWords(recoveryCardWords);
  const { staffId, treats } = useMe();
  const mayWrite = useMay('scripts.write');
  const confirm = useConfirm();
  const tell = useTell();
  const write = useWriteCard();
  const approve = useApproveCard();
  const discard = useDiscardCard();
  const { code, version, waiting, inForce } = card;
  const seen = { code, version };
  const isShipped = waiting === null && inForce?.version === 0;
  const mayApprove =
    treats &&
    !isChanged &&
    !isWrong &&
    (isShipped || (waiting !== null && !waiting.authorIds.includes(staffId)));

  const save = () =>
    write.mutate(
      { ...seen, definition: written },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );
  const sign = () =>
    confirm({
      title: say('approve.ask'),
      text: say('approve.text'),
      yes: say('approve'),
      onYes: async () => {
        await approve.mutateAsync(seen);
        tell.done(say('approved'));
      },
    });
  const throwAway = () =>
    confirm({
      title: say('discard.ask'),
      text: say('discard.text'),
      yes: say('discard'),
      dangerous: true,
      onYes: async () => {
        await discard.mutateAsync(seen);
        onReverted();
        tell.done(say('discarded'));
      },
    });

  return (
    <div className="line">
      {isChanged ? (
        <StatusTag meaning="soon">{say('unsaved')}</StatusTag>
      ) : waiting ? (
        <StatusTag meaning="soon">{say('state.waits')}</StatusTag>
      ) : isShipped ? (
        <StatusTag meaning="risk">{say('state.toApprove')}</StatusTag>
      ) : (
        <StatusTag meaning="done">{say('state.approved')}</StatusTag>
      )}
      {!mayWrite && <span className="soft">{say('readOnly')}</span>}
      <span className="push" />
      {mayApprove && (
        <Button type="primary" onClick={() => void sign()}>
          {say('approve')}
        </Button>
      )}
      {mayWrite && waiting && inForce && (
        <Button danger type="text" onClick={() => void throwAway()}>
          {say('discard')}
        </Button>
      )}
      {mayWrite && (
        <Button
          type={isChanged ? 'primary' : 'default'}
          disabled={!isChanged || isWrong}
          loading={write.isPending}
          onClick={save}
        >
          {say('save')}
        </Button>
      )}
    </div>
  );
}
