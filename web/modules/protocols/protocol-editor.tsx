import { Alert, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { eventsAhead } from '#domain/followups/protocol.ts';
import type { ProtocolDefinition, Step } from '#domain/followups/protocol.ts';
import { Undercuts, type ProtocolView } from '#domain/followups/protocol-contract.ts';
import { ApiError } from '#web/lib/api-error.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useDiscardDraft, useSaveDraft } from './api.ts';
import { Curve } from './curve.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ReplayPanel } from './replay-panel.tsx';
import { StepRows, type Choice } from './step-rows.tsx';
import { TriggerFields } from './trigger-fields.tsx';
import { TryPanel } from './try-panel.tsx';
import { protocolWords } from './words.ts';
import './protocol-editor.css';

interface ProtocolEditorProps {
  view: ProtocolView;
  teams: readonly { id: string; name: string }[];
  scripts: readonly Choice[];
  forms: readonly Choice[];
  chooseCustomer: (chosen: string | null, choose: (id: string | null) => void) => ReactNode;
  onReload: () => void;
}

/** A protocol as it is drawn and written; nothing of it plans before it is published. */
export function ProtocolEditor({
  view,
  teams,
  scripts,
  forms,
  chooseCustomer,
  onReload,
}: ProtocolEditorProps) {
  const say = useWords(protocolWords);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const tell = useTell();
  const confirm = useConfirm();
  const save = useSaveDraft();
  const discard = useDiscardDraft(view.code);
  const kept = (view.draft ?? view.history[0])!.definition;
  const [written, setWritten] = useState<ProtocolDefinition>(kept);
  const [isPublishing, setPublishing] = useState(false);
  const isDirty = JSON.stringify(written) !== JSON.stringify(kept);
  const mayComeBefore = eventsAhead.includes(written.trigger.event);
  const change = (part: Partial<ProtocolDefinition>) => setWritten((now) => ({ ...now, ...part }));
  const changeSteps = (steps: Step[]) => change({ steps });

  /** Keeps the draft, where there is something to keep; says whether it stands now. */
  const keep = async (): Promise<boolean> => {
    if (view.draft && !isDirty) return true;
    try {
      const { code, version, addsTo, place } = view;
      const saved = await save.mutateAsync({ code, version, addsTo, place, definition: written });
      setWritten(saved.draft!.definition);
      return true;
    } catch {
      // Said above the steps.
      return false;
    }
  };
  const askDiscard = () =>
    confirm({
      title: say('draft.discard.ask'),
      yes: say('draft.discard'),
      dangerous: true,
      onYes: async () => {
        if (view.draft) await discard.mutateAsync(view.version);
        if (view.history[0]) setWritten(view.history[0].definition);
      },
    });
  const { name } = written;
  const rename = (text: string) =>
    change({ name: name.zh === name.en ? { zh: text, en: text } : { ...name, [language]: text } });

  return (
    <div className="editor">
      <section className="panel" aria-label={say('curve.title')}>
        <Curve
          definition={written}
          behind={view.minimum?.steps ?? []}
          onMove={
            view.mayEdit
              ? (key, window) =>
                  setWritten((now) => ({
                    ...now,
                    steps: now.steps.map((step) => (step.key === key ? { ...step, window } : step)),
                  }))
              : undefined
          }
        />
        {view.mayEdit && <p className="soft hint">{say('curve.hint')}</p>}
      </section>
      {view.mayEdit && (
        <>
          <section className="panel" aria-label={say('steps')}>
            <div className="line naming">
              <Input
                aria-label={say('name')}
                value={name[language]}
                maxLength={80}
                onChange={({ target }) => rename(target.value)}
                style={{ maxWidth: 320 }}
              />
              <span className="soft">
                {say(isDirty ? 'draft.dirty' : view.draft ? 'draft.kept' : 'draft.none')}
              </span>
              <span className="actions line">
                {(view.draft ?? isDirty) && view.history.length > 0 && (
                  <Button onClick={() => void askDiscard()}>{say('draft.discard')}</Button>
                )}
                <Button
                  disabled={!isDirty}
                  loading={save.isPending}
                  onClick={() => void keep().then((done) => done && tell.done(say('draft.saved')))}
                >
                  {say('draft.save')}
                </Button>
                <Button
                  type="primary"
                  disabled={!isDirty && !view.draft}
                  onClick={() => void keep().then((done) => done && setPublishing(true))}
                >
                  {say('publish.open')}
                </Button>
              </span>
            </div>
            {view.addsTo === null ? (
              <TriggerFields
                trigger={written.trigger}
                teams={teams}
                onChange={(trigger) => change({ trigger })}
              />
            ) : (
              <p className="soft">{say('addition.trigger')}</p>
            )}
            {save.error && <Refused error={save.error} onReload={onReload} />}
            <StepRows
              steps={written.steps}
              scripts={scripts}
              forms={forms}
              mayComeBefore={mayComeBefore}
              teams={teams}
              short={shortOf(save.error)}
              onChange={changeSteps}
            />
          </section>
          <div className="beside">
            <ReplayPanel code={view.code} draftVersion={view.version} isDirty={isDirty} onSave={keep} />
            <TryPanel code={view.code} onSave={keep} chooser={chooseCustomer} />
          </div>
        </>
      )}
      <HistoryPanel view={view} onTakeUp={(definition) => setWritten({ ...definition, code: view.code })} />
      <PublishDialog
        key={view.version}
        view={view}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
      />
    </div>
  );
}

function Refused({ error, onReload }: { error: unknown; onReload: () => void }) {
  const say = useWords(protocolWords);
  const isStale = error instanceof ApiError && error.code === 'stale-version';
  if (!isStale) return <ErrorMessage error={error} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('draft.stale')}
      action={<Button onClick={onReload}>{say('draft.reload')}</Button>}
    />
  );
}

/** The steps that were refused for giving less than the organization asks. */
function shortOf(error: unknown): string[] {
  if (!(error instanceof ApiError) || error.code !== 'undercuts') return [];
  const { undercuts } = (error.details ?? {}) as { undercuts?: unknown };
  const read = Undercuts.safeParse(undercuts);
  return read.success ? read.data.map(({ stepKey }) => stepKey) : [];
}
