import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { ClassTableView } from '#domain/classes/contract.ts';
import {
  ClassRules,
  classStages,
  stageOf,
  type ClassStage,
  type CustomerClass,
} from '#domain/classes/preclass.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { usePublishClasses } from './api.ts';
import { useClassNames } from './class-names.ts';
import { classesWords } from './words.ts';
import './classes.css';

/** The clinic's own table: both halves, the figures of the weekly review, and publishing them. */
export function TableEditor({ table }: { table: ClassTableView }) {
  const say = useWords(classesWords);
  const tell = useTell();
  const confirm = useConfirm();
  const { labelOf } = useClassNames();
  const publish = usePublishClasses();
  const [rules, setRules] = useState(table.rules);
  const isSound = ClassRules.safeParse(rules).success;
  const isSame = JSON.stringify(rules) === JSON.stringify(table.rules);
  const setClasses = (classes: CustomerClass[]) => setRules({ ...rules, classes });

  const save = async (retire: boolean): Promise<void> => {
    try {
      await publish.mutateAsync({ rules, retire, version: table.version });
      tell.done(say('published'));
    } catch (error) {
      const inUse = classesInUse(error);
      if (!inUse) return tell.failed(error);
      const yes = await confirm({
        title: say('retire.title'),
        text: (
          <>
            {inUse.map(({ code, customers }) => (
              <p key={code} style={{ margin: 0 }}>
                {say('retire.one', { class: labelOf(code), count: customers })}
              </p>
            ))}
            <p>{say('retire.text')}</p>
          </>
        ),
        yes: say('retire.yes'),
        dangerous: true,
      });
      if (yes) await save(true);
    }
  };

  return (
    <div className="class-table">
      {classStages.map((stage) => (
        <Half key={stage} stage={stage} classes={rules.classes} onChange={setClasses} />
      ))}
      <section className="panel">
        <h2>{say('figures')}</h2>
        <div className="line">
          <label className="line">
            {say('sampleSize')}
            <InputNumber
              min={1}
              max={200}
              precision={0}
              value={rules.sampleSize}
              onChange={(sampleSize) => sampleSize && setRules({ ...rules, sampleSize })}
            />
          </label>
          <label className="line">
            {say('accuracyPercent')}
            <InputNumber
              min={50}
              max={100}
              precision={0}
              value={rules.accuracyPercent}
              onChange={(accuracyPercent) => accuracyPercent && setRules({ ...rules, accuracyPercent })}
            />
          </label>
        </div>
      </section>
      <div className="line">
        <Button
          type="primary"
          disabled={!isSound || isSame}
          loading={publish.isPending}
          onClick={() => void save(false)}
        >
          {say('publish')}
        </Button>
        {!isSound && <span className="soft">{say('publish.wrong')}</span>}
      </div>
    </div>
  );
}

interface HalfProps {
  stage: ClassStage;
  classes: CustomerClass[];
  onChange: (classes: CustomerClass[]) => void;
}

function Half({ stage, classes, onChange }: HalfProps) {
  const say = useWords(classesWords);
  const own = classes.filter(({ code }) => stageOf(code) === stage);
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(
    (letter) => !own.some(({ code }) => code === `${stage}-${letter}`),
  );
  const change = (changed: CustomerClass) =>
    onChange(classes.map((each) => (each.code === changed.code ? changed : each)));

  return (
    <section className="panel">
      <h2>{say(`stage.${stage}`)}</h2>
      <div className="class-line head soft" aria-hidden>
        <span>{say('code')}</span>
        <span>{say('name.zh')}</span>
        <span>{say('name.en')}</span>
        <span>{say('criteria.zh')}</span>
        <span>{say('criteria.en')}</span>
      </div>
      {own.map((each) => (
        <ClassLine
          key={each.code}
          line={each}
          onChange={change}
          onRemove={() => onChange(classes.filter(({ code }) => code !== each.code))}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={free === undefined || classes.length >= 20}
        onClick={() =>
          onChange([
            ...classes,
            { code: `${stage}-${free}`, name: { zh: '', en: '' }, criteria: { zh: '', en: '' } },
          ])
        }
      >
        {say('add')}
      </Button>
    </section>
  );
}

interface ClassLineProps {
  line: CustomerClass;
  onChange: (line: CustomerClass) => void;
  onRemove: () => void;
}

function ClassLine({ line, onChange, onRemove }: ClassLineProps) {
  const say = useWords(classesWords);
  const { code } = line;
  const input = (of: 'name' | 'criteria', language: 'zh' | 'en', maxLength: number) => (
    <Input
      aria-label={`${code} ${say(`${of}.${language}`)}`}
      placeholder={say(`${of}.${language}`)}
      maxLength={maxLength}
      status={of === 'name' && line.name[language].trim() === '' ? 'error' : ''}
      value={line[of][language]}
      onChange={({ target }) => onChange({ ...line, [of]: { ...line[of], [language]: target.value } })}
    />
  );
  return (
    <div className="class-line">
      <b>{code}</b>
      {input('name', 'zh', 40)}
      {input('name', 'en', 40)}
      {input('criteria', 'zh', 400)}
      {input('criteria', 'en', 400)}
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('remove', { class: code })}
        title={say('remove', { class: code })}
        onClick={onRemove}
      />
    </div>
  );
}

function classesInUse(error: unknown): { code: string; customers: number }[] | null {
  if (!isApiError(error, 'classes-in-use')) return null;
  return (error.details as { classes: { code: string; customers: number }[] }).classes;
}
