import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { CaseRow } from '#domain/recovery/contract.ts';
import { caseSteps } from '#domain/recovery/recovery-case.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { useCase } from './api.ts';
import { CaseSheet } from './case-sheet.tsx';
import { CaseClock, CaseMarks } from './case-tags.tsx';
import { recoveryWords } from './words.ts';

interface CaseBoardProps {
  /** In the order their limits break. */
  rows: readonly CaseRow[];
  empty: string;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/** Open cases by the step they wait at, each with its clock; one opens beside the others. */
export function CaseBoard({ rows, empty, openId, onOpen }: CaseBoardProps) {
  const narrow = useNarrowScreen();
  return (
    <>
      {rows.length === 0 ? (
        <div className="panel">
          <EmptyState text={empty} />
        </div>
      ) : (
        <Columns rows={rows} openId={openId} {...(!narrow && { onOpen })} />
      )}
      {/* What was just closed has left the board, and is still looked at. */}
      {openId !== undefined && !narrow && (
        <BesideBoard key={openId} id={openId} onClose={() => onOpen(undefined)} />
      )}
    </>
  );
}

interface ColumnsProps {
  rows: readonly CaseRow[];
  openId: string | undefined;
  onOpen?: (id: string) => void;
}

function Columns({ rows, openId, onOpen }: ColumnsProps) {
  const say = useWords(recoveryWords);
  const number = useNumber();
  return (
    <div className="case-board">
      {caseSteps.map((step) => {
        const waiting = rows.filter((row) => row.step === step);
        const title = say(`step.${step}`);
        return (
          <section key={step} aria-label={title}>
            <h2>
              {title} <span className="soft">{number(waiting.length)}</span>
            </h2>
            {waiting.length === 0 && <p className="soft">{say('board.none')}</p>}
            <ul>
              {waiting.map((row) => (
                <CaseCard
                  key={row.id}
                  of={row}
                  isOpen={row.id === openId}
                  {...(onOpen && { onOpen: () => onOpen(row.id) })}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface CaseCardProps {
  of: CaseRow;
  isOpen: boolean;
  /** Without it the card leads to the case's own page. */
  onOpen?: () => void;
}

function CaseCard({ of, isOpen, onOpen }: CaseCardProps) {
  const say = useWords(recoveryWords);
  const { id, customer, words, owner, firstScore, kind } = of;
  return (
    <li className="case-card" aria-current={isOpen}>
      <div className="line">
        <Link
          to="/cases/$id"
          params={{ id }}
          onClick={(event) => {
            // As any link it still opens in a tab of its own.
            if (!onOpen || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onOpen();
          }}
        >
          {customer.name} <span className="soft">{customer.number}</span>
        </Link>
        <span className="push" />
        <CaseClock of={of} />
      </div>
      <p className={words ? 'case-words' : 'case-words soft'}>{words ?? say('words.none')}</p>
      <div className="line">
        <span className="soft">{say(`kind.${kind}`)}</span>
        {firstScore !== null && <span>{say('score.first', { score: firstScore })}</span>}
        <CaseMarks of={of} />
        <span className="push" />
        <span className="soft">{owner?.name ?? say('owner.nobody')}</span>
      </div>
    </li>
  );
}

/** The case in full, while the board stays in reach. */
function BesideBoard({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useWords(recoveryWords);
  const found = useCase(id);
  const of = found.data;
  return (
    <Drawer
      open
      mask={false}
      size={620}
      title={
        of && (
          <span className="line">
            {of.customer.name} <CaseClock of={of} /> <CaseMarks of={of} />
          </span>
        )
      }
      extra={
        <Link to="/cases/$id" params={{ id }}>
          {say('board.whole')}
        </Link>
      }
      onClose={onClose}
    >
      <div className="case-beside">
        <Loaded of={found}>{(shown) => <CaseSheet of={shown} />}</Loaded>
      </div>
    </Drawer>
  );
}
