import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { endingFacts, type EndingFact } from '#domain/followups/ending.ts';
import { channels, purposes } from '#domain/followups/protocol.ts';
import type { Step } from '#domain/followups/protocol.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useLanguage, useWording, useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { roleColours } from './role-colours.ts';
import { OwnerRuleFields } from './owner-rule-fields.tsx';
import { WindowFields } from './window-fields.tsx';
import { protocolWords } from './words.ts';
import './step-rows.css';

/** A script that a step may be walked by, or a form it may send. */
export interface Choice {
  code: string;
  name: { zh: string; en: string };
}

interface StepRowsProps {
  steps: readonly Step[];
  scripts: readonly Choice[];
  forms: readonly Choice[];
  mayComeBefore: boolean;
  /** Whose people may be asked by a step. */
  teams: readonly { id: string; name: string }[];
  /** Keys of steps that give less than the organization asks for. */
  short: readonly string[];
  onChange: (steps: Step[]) => void;
}

/** The steps as a table to write in; on a phone a card each. */
export function StepRows({ steps, scripts, forms, mayComeBefore, teams, short, onChange }: StepRowsProps) {
  const say = useWords(protocolWords);
  const change = (key: string, part: StepChange) =>
    onChange(steps.map((step) => (step.key === key ? cleaned({ ...step, ...part }) : step)));
  const remove = (key: string) =>
    onChange(
      steps
        .filter((step) => step.key !== key)
        .map((step) => (step.from === key ? cleaned({ ...step, from: undefined }) : step)),
    );
  const heads = ['step', 'window', 'role', 'channels', 'purpose'] as const;

  return (
    <div className="step-rows">
      <div className="step-row heads soft" aria-hidden>
        {heads.map((head) => (
          <span key={head}>{say(head)}</span>
        ))}
      </div>
      {steps.map((step) => (
        <StepRow
          key={step.key}
          step={step}
          steps={steps}
          scripts={scripts}
          forms={forms}
          mayComeBefore={mayComeBefore}
          teams={teams}
          isShort={short.includes(step.key)}
          onChange={(part) => change(step.key, part)}
          onRemove={steps.length > 1 ? () => remove(step.key) : undefined}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...steps, newStep(steps)])}>
        {say('step.add')}
      </Button>
    </div>
  );
}

/** A step like the last one, a week after it. */
export function newStep(steps: readonly Step[]): Step {
  const last = steps.at(-1);
  const taken = new Set(steps.map(({ key }) => key));
  let number = steps.length + 1;
  while (taken.has(`step-${number}`)) number += 1;
  const dueDay = last?.window.kind === 'days' ? last.window.dueDay + 7 : 7;
  return {
    key: `step-${number}`,
    name: { zh: `第${number}步`, en: `Step ${number}` },
    window: { kind: 'days', opensDay: Math.max(0, dueDay - 2), dueDay },
    role: last?.role ?? 'cs_agent',
    channels: last ? [...last.channels] : ['phone'],
    purpose: last?.purpose ?? 'service',
    script: { zh: '', en: '' },
    asksScore: false,
  };
}

type Optional = 'from' | 'until' | 'anyDay' | 'scriptCode' | 'sendsForm' | 'owner' | 'mayWaitDays';
/** What is undefined is taken away. */
type StepChange = Partial<Omit<Step, Optional>> & { [K in Optional]?: Step[K] | undefined };

function cleaned(step: Omit<Step, Optional> & StepChange): Step {
  const { from, until, anyDay, scriptCode, sendsForm, owner, mayWaitDays, ...rest } = step;
  return {
    ...{ ...rest, ...(from && { from }), ...(until && { until }) },
    ...{ ...(anyDay && { anyDay }), ...(scriptCode && { scriptCode }) },
    ...(sendsForm && { sendsForm }),
    ...{ ...(owner && { owner }), ...(mayWaitDays !== undefined && { mayWaitDays }) },
  };
}

interface StepRowProps {
  step: Step;
  steps: readonly Step[];
  scripts: readonly Choice[];
  forms: readonly Choice[];
  mayComeBefore: boolean;
  teams: StepRowsProps['teams'];
  isShort: boolean;
  onChange: (part: StepChange) => void;
  onRemove: (() => void) | undefined;
}

function StepRow(props: StepRowProps) {
  const { step, steps, scripts, forms, mayComeBefore, teams, isShort, onChange, onRemove } = props;
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [isOpen, setOpen] = useState(step.script[language] === '');
  const { name, script } = step;
  // What is said alike in both languages was said in one: it is changed in both.
  const said = (old: Step['name'], text: string) =>
    old.zh === old.en || old.zh === '' || old.en === ''
      ? { zh: text, en: text }
      : { ...old, [language]: text };
  const place = steps.indexOf(step);
  const above = steps.slice(0, place).filter(({ window }) => window.kind !== 'repeat');

  return (
    <fieldset className={isShort ? 'step-row is-short' : 'step-row'} aria-label={wording(name)}>
      <label className="cell">
        <span className="soft">{say('step')}</span>
        <span className="step-head" style={{ borderColor: roleColours[step.role] }}>
          <Input
            aria-label={say('step.name')}
            value={name[language]}
            maxLength={80}
            onChange={({ target }) => onChange({ name: said(name, target.value) })}
          />
        </span>
      </label>
      <div className="cell">
        <span className="soft">{say('window')}</span>
        <WindowFields
          window={step.window}
          mayComeBefore={mayComeBefore || step.from !== undefined}
          onChange={(window) => onChange({ window })}
        />
      </div>
      <label className="cell">
        <span className="soft">{say('role')}</span>
        <Select
          aria-label={say('role')}
          value={step.role}
          options={followupRoles.map((role) => ({ value: role, label: sayClinic(`role.${role}`) }))}
          onChange={(role) => onChange({ role })}
        />
      </label>
      <label className="cell">
        <span className="soft">{say('channels')}</span>
        <Select
          mode="multiple"
          aria-label={say('channels')}
          value={step.channels}
          options={channels.map((channel) => ({ value: channel, label: sayClinic(`channel.${channel}`) }))}
          onChange={(chosen) => chosen.length > 0 && onChange({ channels: chosen })}
        />
      </label>
      <div className="cell">
        <span className="soft">{say('purpose')}</span>
        <div className="line">
          <Select
            aria-label={say('purpose')}
            value={step.purpose}
            style={{ width: 176 }}
            options={purposes.map((purpose) => ({ value: purpose, label: sayClinic(`purpose.${purpose}`) }))}
            onChange={(purpose) => onChange({ purpose })}
          />
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say(isOpen ? 'step.less' : 'step.more')}
          </Button>
          {onRemove && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={say('step.remove', { name: wording(name) })}
              onClick={onRemove}
            />
          )}
        </div>
      </div>
      {isOpen && (
        <div className="more">
          <div className="line">
            <Checkbox
              checked={step.asksScore}
              onChange={({ target }) => onChange({ asksScore: target.checked })}
            >
              {say('step.score')}
            </Checkbox>
            <Checkbox
              checked={step.anyDay ?? false}
              onChange={({ target }) => onChange({ anyDay: target.checked })}
            >
              {say('step.any-day')}
            </Checkbox>
            <Select<EndingFact | 'nothing'>
              aria-label={say('step.until')}
              value={step.until ?? 'nothing'}
              style={{ width: 200 }}
              options={(['nothing', ...endingFacts] as const).map((fact) => ({
                value: fact,
                label: say(`until.${fact}`),
              }))}
              onChange={(fact) => onChange({ until: fact === 'nothing' ? undefined : fact })}
            />
            <OwnerRuleFields step={step} teams={teams} onChange={onChange} />
            {above.length > 0 && (
              <Select
                aria-label={say('step.from')}
                value={step.from ?? ''}
                style={{ width: 200 }}
                options={[
                  { value: '', label: say('from.event') },
                  ...above.map((each) => ({
                    value: each.key,
                    label: say('from.step', { name: wording(each.name) }),
                  })),
                ]}
                onChange={(from) => onChange({ from: from === '' ? undefined : from })}
              />
            )}
          </div>
          <label className="line">
            <span className="soft">{say('step.script')}</span>
            <Select<string>
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={say('step.script')}
              placeholder={say('step.script.none')}
              value={step.scriptCode ?? null}
              options={scripts.map((each) => ({ value: each.code, label: wording(each.name) }))}
              onChange={(scriptCode) => onChange({ scriptCode })}
              style={{ minWidth: 220 }}
            />
            <span className="soft">{say(step.scriptCode ? 'step.script.walked' : 'step.script.read')}</span>
          </label>
          <label className="line">
            <span className="soft">{say('step.form')}</span>
            <Select<string>
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={say('step.form')}
              placeholder={say('step.form.none')}
              value={step.sendsForm ?? null}
              options={forms.map((each) => ({ value: each.code, label: wording(each.name) }))}
              onChange={(sendsForm) => onChange({ sendsForm })}
              style={{ minWidth: 220 }}
            />
            {step.sendsForm && <span className="soft">{say('step.form.sent')}</span>}
          </label>
          <Input.TextArea
            aria-label={say('script')}
            placeholder={say('script.hint')}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2_000}
            value={script[language]}
            onChange={({ target }) => onChange({ script: said(script, target.value) })}
          />
        </div>
      )}
    </fieldset>
  );
}
