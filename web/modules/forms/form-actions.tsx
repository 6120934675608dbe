import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { FormView } from '#domain/forms/contract.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useDiscardFormDraft, usePublishForm, useWriteDraft } from './api.ts';
import { formWords } from './words.ts';

interface FormActionsProps {
  form: FormView;
  written: FormDefinition;
  isChanged: boolean;
  flaws: number;
  onDiscarded: () => void;
}

/** Keeps, publishes or throws away what was written. */
export function FormActions({ form, written, isChanged, flaws, onDiscarded }: FormActionsProps) {
  const say = useWords(formWords);
  const confirm = useConfirm();
  const tell = useTell();
  const write = useWriteDraft();
  const publish = usePublishForm();
  const version = form.draft?.version ?? 0;
  const fits = FormDefinition.safeParse(written).success;
  const isReady = form.draft !== null && !isChanged && flaws === 0;
  return (
    <div className="line">
      {isChanged ? (
        <StatusTag meaning="soon">{say('edit.unsaved')}</StatusTag>
      ) : (
        <StatusTag meaning={flaws > 0 ? 'soon' : 'done'}>
          {flaws > 0 ? say('draft.flaws', { count: flaws }) : say('edit.fine')}
        </StatusTag>
      )}
      <span className="form-push" />
      {form.draft && <Discard form={form} version={version} onDiscarded={onDiscarded} />}
      <Button
        type={isChanged ? 'primary' : 'default'}
        disabled={!isChanged || !fits}
        loading={write.isPending}
        onClick={() =>
          write.mutate(
            { definition: written, version },
            { onSuccess: () => tell.done(say('edit.saved')), onError: tell.failed },
          )
        }
      >
        {say('edit.save')}
      </Button>
      <Button
        type={isReady ? 'primary' : 'default'}
        disabled={!isReady}
        onClick={() =>
          void confirm({
            title: say('edit.publish.ask'),
            text: say('edit.publish.text'),
            yes: say('edit.publish'),
            onYes: async () => {
              await publish.mutateAsync({ code: form.code, version });
              tell.done(say('edit.published'));
            },
          })
        }
      >
        {say('edit.publish')}
      </Button>
    </div>
  );
}

/** Throws the draft away; a form of one's own that was never published is gone with it. */
function Discard({
  form,
  version,
  onDiscarded,
}: Pick<FormActionsProps, 'form' | 'onDiscarded'> & { version: number }) {
  const say = useWords(formWords);
  const confirm = useConfirm();
  const tell = useTell();
  const navigate = useNavigate();
  const discard = useDiscardFormDraft();
  const ask = () =>
    confirm({
      title: say('edit.discard.ask'),
      text: say(form.inForce ? 'edit.discard.text' : 'edit.discard.all'),
      yes: say('edit.discard'),
      onYes: async () => {
        if (!form.inForce) await navigate({ to: '/forms', ignoreBlocker: true });
        await discard.mutateAsync({ code: form.code, version });
        onDiscarded();
        tell.done(say('edit.discarded'));
      },
    });
  return <Button onClick={() => void ask()}>{say('edit.discard')}</Button>;
}
