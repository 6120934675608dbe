import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { needsDoctor } from '#domain/scripts/approval.ts';
import type { ScriptView } from '#domain/scripts/contract.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useApproveScript, useDiscardDraft, usePublishScript, useWriteDraft } from './api.ts';
import { scriptsWords } from './words.ts';

interface DraftActionsProps {
  script: ScriptView;
  written: ScriptDefinition;
  isChanged: boolean;
  isWrong: boolean;
  /** The draft was thrown away: what is in use stands there again. */
  onReverted: () => void;
}

/** Saved, approved by a doctor, published: each with what has to come before it. */
export function DraftActions({ script, written, isChanged, isWrong, onReverted }: DraftActionsProps) {
  const say = useWords(scriptsWords);
  const { staffId, treats } = useMe();
  const mayWrite = useMay('scripts.write');
  const navigate = useNavigate();
  const confirm = useConfirm();
  const tell = useTell();
  const write = useWriteDraft();
  const discard = useDiscardDraft();
  const approve = useApproveScript();
  const publish = usePublishScript();
  const { code, draft } = script;
  const seen = { code, version: draft?.version ?? 0 };
  const waitsForDoctor =
    draft !== null &&
    draft.approvedById === null &&
    needsDoctor(draft.definition, script.inForce?.definition ?? null);
  const isReady = draft !== null && !isChanged && !isWrong;
  const mayApprove = treats && isReady && waitsForDoctor && !draft.authorIds.includes(staffId);

  const save = () =>
    write.mutate(
      { ...seen, definition: written },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );
  const isNew = script.inForce === null;
  const throwAway = () =>
    confirm({
      title: say(isNew ? 'discard.new.ask' : 'discard.ask'),
      text: say(isNew ? 'discard.new.text' : 'discard.text'),
      yes: say('discard'),
      dangerous: true,
      onYes: async () => {
        // What is given up here is not asked about once more on the way out.
        const leave = () => navigate({ to: '/scripts', ignoreBlocker: true });
        await discard.mutateAsync({ ...seen, leave: isNew ? leave : null });
        if (!isNew) onReverted();
        tell.done(say(isNew ? 'discard.new.done' : 'discarded'));
      },
    });
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
  const putInUse = () => {
    let note = '';
    return confirm({
      title: say('publish.ask'),
      text: (
        <div className="rows">
          <span>{say('publish.text')}</span>
          <Input
            aria-label={say('publish.note')}
            placeholder={say('publish.note')}
            maxLength={300}
            onChange={({ target }) => (note = target.value)}
          />
        </div>
      ),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ ...seen, note: note.trim() || null });
        tell.done(say('published'));
      },
    });
  };

  return (
    <div className="line draft-actions">
      <Standing script={script} isChanged={isChanged} waitsForDoctor={waitsForDoctor} />
      <span className="push" />
      {mayApprove && (
        <Button type="primary" onClick={() => void sign()}>
          {say('approve')}
        </Button>
      )}
      {mayWrite && (
        <>
          {draft && (
            <Button danger type="text" onClick={() => void throwAway()}>
              {say('discard')}
            </Button>
          )}
          <Button
            type={isChanged ? 'primary' : 'default'}
            disabled={!isChanged}
            loading={write.isPending}
            onClick={save}
          >
            {say('save')}
          </Button>
          <Button
            type={isReady && !waitsForDoctor ? 'primary' : 'default'}
            disabled={!isReady || waitsForDoctor}
            onClick={() => void putInUse()}
          >
            {say('publish')}
          </Button>
        </>
      )}
    </div>
  );
}

interface StandingProps {
  script: ScriptView;
  isChanged: boolean;
  waitsForDoctor: boolean;
}

/** Where the draft stands, and what it waits for. */
function Standing({ script, isChanged, waitsForDoctor }: StandingProps) {
  const say = useWords(scriptsWords);
  const dates = useDates();
  const mayWrite = useMay('scripts.write');
  const { draft } = script;
  if (isChanged) return <StatusTag meaning="soon">{say('unsaved')}</StatusTag>;
  if (!draft) return <span className="soft">{mayWrite ? '' : say('readOnly')}</span>;
  return (
    <span className="line">
      <span className="soft">
        {say('draft.by', { name: draft.updatedByName ?? '–', at: dates.shortDateTime(draft.updatedAt) })}
      </span>
      {waitsForDoctor && <StatusTag meaning="soon">{say('waits.doctor')}</StatusTag>}
      {draft.approvedAt !== null && (
        <StatusTag meaning="done">
          {say('approvedBy', {
            name: draft.approvedByName ?? '–',
            at: dates.shortDateTime(draft.approvedAt),
          })}
        </StatusTag>
      )}
    </span>
  );
}
