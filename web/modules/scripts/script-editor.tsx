import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, ConfigProvider, Input } from 'antd';
import { useState } from 'react';
import type { ScriptView } from '#domain/scripts/contract.ts';
import { hasErrors, lint } from '#domain/scripts/lint.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useLeaveGuard } from '#web/ui/leave-guard.ts';
import { DraftActions } from './draft-actions.tsx';
import { withoutPassage, withPassage, withPassageAfter, withPassageMoved } from './editing.ts';
import { LintPanel } from './lint-panel.tsx';
import { PassageFields } from './passage-fields.tsx';
import { PassageHead } from './passage-head.tsx';
import { ScriptHistory } from './script-history.tsx';
import { TryPanel, type ChooseCustomer } from './try-panel.tsx';
import { scriptsWords } from './words.ts';
import './editor.css';

interface ScriptEditorProps {
  script: ScriptView;
  chooseCustomer: ChooseCustomer;
}

/** The script as it is written: its passages on the left; what is wrong, a walk through it, and its versions on the right. */
export function ScriptEditor({ script, chooseCustomer }: ScriptEditorProps) {
  const say = useWords(scriptsWords);
  const mayWrite = useMay('scripts.write');
  const kept = (script.draft ?? script.inForce)!.definition;
  const [written, setWritten] = useState<ScriptDefinition>(kept);
  const [open, setOpen] = useState<string | null>(null);
  const isChanged = JSON.stringify(written) !== JSON.stringify(kept);
  const findings = lint(written, script.forbiddenWords);
  useLeaveGuard(isChanged);

  const show = (key: string) => {
    setOpen(key);
    document.getElementById(`passage-${key}`)?.scrollIntoView({ block: 'nearest' });
  };
  const add = () => {
    const at = written.passages.findIndex(({ key }) => key === open);
    const place = at === -1 ? written.passages.length - 1 : at;
    const next = withPassageAfter(written, place);
    setWritten(next);
    setOpen(next.passages[place + 1]!.key);
  };

  return (
    <div className="script-editor">
      <div className="rows">
        <DraftActions
          script={script}
          written={written}
          isChanged={isChanged}
          isWrong={hasErrors(findings)}
          onReverted={() => setWritten((script.inForce ?? script.draft)!.definition)}
        />
        <section className="panel rows">
          <div className="pair">
            {(['zh', 'en'] as const).map((language) => (
              <Input
                key={language}
                aria-label={say(`name.${language}`)}
                maxLength={language === 'zh' ? 40 : 80}
                disabled={!mayWrite}
                value={written.name[language]}
                onChange={({ target }) =>
                  setWritten({ ...written, name: { ...written.name, [language]: target.value } })
                }
              />
            ))}
          </div>
          <Checkbox
            disabled={!mayWrite}
            checked={written.isClinical}
            onChange={({ target }) => setWritten({ ...written, isClinical: target.checked })}
          >
            {say('isClinical')} <span className="soft">{say('isClinical.hint')}</span>
          </Checkbox>
        </section>
        <section className="panel" aria-label={say('passages')}>
          <ol className="passages">
            {written.passages.map((passage, at) => (
              <li key={passage.key} id={`passage-${passage.key}`}>
                <PassageHead
                  passage={passage}
                  number={at + 1}
                  findings={findings.filter((each) => each.passage === passage.key)}
                  isOpen={open === passage.key}
                  onToggle={() => setOpen(open === passage.key ? null : passage.key)}
                />
                {open === passage.key && (
                  <ConfigProvider componentDisabled={!mayWrite}>
                    <PassageFields
                      passage={passage}
                      passages={written.passages}
                      onChange={(changed) => setWritten(withPassage(written, at, changed))}
                      onMove={(by) => setWritten(withPassageMoved(written, at, by))}
                      onRemove={() => setWritten(withoutPassage(written, at))}
                    />
                  </ConfigProvider>
                )}
              </li>
            ))}
          </ol>
          {mayWrite && (
            <Button icon={<PlusOutlined />} onClick={add}>
              {say('passage.add')}
            </Button>
          )}
        </section>
      </div>
      <div className="rows">
        <LintPanel script={written} findings={findings} onOpen={show} />
        <TryPanel script={written} chooseCustomer={chooseCustomer} />
        <ScriptHistory
          script={script}
          onTake={mayWrite ? ({ definition }) => setWritten(definition) : null}
        />
      </div>
    </div>
  );
}
