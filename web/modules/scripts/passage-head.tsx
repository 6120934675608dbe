import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { hasErrors, type Finding } from '#domain/scripts/lint.ts';
import { isVariable } from '#domain/scripts/fill.ts';
import type { Passage } from '#domain/scripts/script.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { scriptsWords } from './words.ts';

interface PassageHeadProps {
  passage: Passage;
  number: number;
  findings: readonly Finding[];
  isOpen: boolean;
  onToggle: () => void;
}

/** A passage in a line: its phase, its words, whether it asks, and whether something is wrong with it. */
export function PassageHead({ passage, number, findings, isOpen, onToggle }: PassageHeadProps) {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const listed = useListed();
  const { phase, text, question, onlyFor } = passage;
  return (
    <button type="button" className="passage-head" aria-expanded={isOpen} onClick={onToggle}>
      <span className="line">
        {isOpen ? <DownOutlined /> : <RightOutlined />}
        <b>
          {number}. {say(`phase.${phase}`)}
        </b>
        {onlyFor && <StatusTag meaning="neutral">{say('onlyFor.some')}</StatusTag>}
        {findings.length > 0 && (
          <StatusTag meaning={hasErrors(findings) ? 'overdue' : 'soon'}>{findings.length}</StatusTag>
        )}
      </span>
      <span className="passage-words">
        {wording(text)
          .split(/\{(\w+)\}/)
          .map((part, at) =>
            at % 2 === 1 && isVariable(part) ? <mark key={at}>{say(`variable.${part}`)}</mark> : part,
          )}
      </span>
      {question && (
        <span className="soft">
          {wording(question.name)}
          {say('colon')}
          {listed(question.choices.map(({ name }) => wording(name)))}
        </span>
      )}
    </button>
  );
}
